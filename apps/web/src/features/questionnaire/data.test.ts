import { expect, test } from 'vitest';
import { firstOpen, stepsOf, type Term, withAnswer } from './data.ts';

const item = (id: string) => ({ id, question: { en: id, zh: id }, choices: [] });
const terms: Term[] = [
  { number: 48, name: { en: 'Pain', zh: '疼痛' }, items: [item('48A'), item('48B'), item('48C')] },
  { number: 15, name: { en: 'Constipation', zh: '便秘' }, items: [item('15A')] },
];
const asked = (answers: Record<string, number[]>) =>
  stepsOf(terms, answers).map(({ item: { id } }) => id);

test('more of a symptom is asked where the first answer is above 0', () => {
  expect(asked({})).toEqual(['48A', '15A']);
  expect(asked({ 48: [0] })).toEqual(['48A', '15A']);
  expect(asked({ 48: [2] })).toEqual(['48A', '48B', '48C', '15A']);
});

test('who comes back goes on at the first question without an answer', () => {
  const at = (answers: Record<string, number[]>) => firstOpen(stepsOf(terms, answers), answers);
  expect(at({})).toBe(0);
  expect(at({ 48: [2, 1] })).toBe(2);
  expect(at({ 48: [0] })).toBe(1);
  expect(at({ 48: [0], 15: [0] })).toBe(2);
});

test('an answer takes its place, and a first one of nothing takes the others away', () => {
  expect(withAnswer([], 0, 2)).toEqual([2]);
  expect(withAnswer([2, 1], 2, 4)).toEqual([2, 1, 4]);
  expect(withAnswer([2, 1, 4], 0, 3)).toEqual([3, 1, 4]);
  expect(withAnswer([2, 1, 4], 0, 0)).toEqual([0]);
  expect(withAnswer([2], 0, -1)).toEqual([-1]);
});
