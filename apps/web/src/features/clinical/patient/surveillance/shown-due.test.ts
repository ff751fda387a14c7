import { expect, test } from 'vitest';
import { shownDue } from './shown-due.ts';

const of = (text: string) =>
  [...text].map((letter, at) => ({
    on: `2025-0${at + 1}-01`,
    state: ({ x: 'OVERDUE', d: 'DONE', o: 'PLANNED', u: 'DUE' } as const)[letter] ?? 'PLANNED',
  }));
const states = (text: string, ended = false): string[] =>
  shownDue(of(text), ended).map(({ state }) => state);

test('of several that are overdue the latest alone can be caught up', () => {
  expect(states('xxuo')).toEqual(['MISSED', 'OVERDUE', 'DUE', 'PLANNED']);
});
test('what was done later makes up for what was missed before', () => {
  expect(states('xdo')).toEqual(['MISSED', 'DONE', 'PLANNED']);
});
test('nothing is overdue once the surveillance ended', () => {
  expect(states('dxx', true)).toEqual(['DONE', 'MISSED', 'MISSED']);
});
