import { expect, test } from 'vitest';
import { addPerson, type Printed, printed, SUMS } from './fingerprint.ts';
import { type Answered, followed, formerQuestions } from './former-questions.ts';
import { RecentSets } from './recent-sets.ts';

const upTo = (persons: number): Printed => {
  const sums = new Int32Array(SUMS);
  for (let i = 0; i < persons; i++) addPerson(sums, i % SUMS, Math.imul(i + 1, 0x9e3779b1));
  return printed(persons, sums);
};

interface Asked {
  readonly name: string;
}
const named = () => formerQuestions<Asked>(({ name }) => name);

test('a set near one that was asked is answered by the question that the other was of', () => {
  const [former, recent] = [named(), new RecentSets(10)];
  const itself = { as: 'itself', since: { name: 'a' } };
  expect(former(recent, upTo(200), { name: 'a' })).toEqual(itself);
  expect(former(recent, upTo(200), { name: 'b' })).toEqual(itself);
  expect(former(recent, upTo(201), { name: 'c' })).toEqual({ as: 'former', former: { name: 'a' } });
});

test('by another design a question’s own set is near no set of its own', () => {
  const [former, recent] = [named(), new RecentSets(10)];
  former(recent, upTo(200), { name: 'a' });
  expect(former(recent, upTo(197), { name: 'a' }).as).toBe('itself');
  expect(former(recent, upTo(198), { name: 'b' }).as).toBe('former');
});

test('near a set of another kind of question there is no answer; the same set has one', () => {
  const [curves, tables, recent] = [named(), named(), new RecentSets(10)];
  tables(recent, upTo(200), { name: 'a' });
  expect(curves(recent, upTo(201), { name: 'b' })).toEqual({ as: 'refused' });
  expect(curves(recent, upTo(200), { name: 'b' }).as).toBe('itself');
  expect(curves(recent, upTo(201), { name: 'c' }).as).toBe('former');
});

test('former questions are followed to one that is answered as itself; in a circle there is none', async () => {
  const by = (to: Readonly<Record<string, string>>) => async (question: string) =>
    (to[question] === undefined
      ? { as: 'itself', since: question }
      : { as: 'former', former: to[question] }) as Answered<string>;
  expect(await followed('c', by({ c: 'b', b: 'a' }))).toBe('a');
  expect(await followed('a', by({ a: 'b', b: 'a' }))).toBeNull();
  expect(await followed('a', async () => ({ as: 'refused' }) as Answered<string>)).toBeNull();
});
