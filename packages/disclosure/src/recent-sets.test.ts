import { expect, test } from 'vitest';
import { addPerson, printed, SUMS } from './fingerprint.ts';
import { RecentSets } from './recent-sets.ts';

const of = (persons: readonly number[]) => {
  const sums = new Int32Array(SUMS);
  for (const person of persons) addPerson(sums, person % SUMS, Math.imul(person + 1, 0x9e3779b1));
  return printed(persons.length, sums);
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

test('one person more or less is answered as what was asked before; ten are not', () => {
  const recent = new RecentSets(10);
  const base = of(range(0, 200));
  expect(recent.answer(base)).toBe(base);
  expect(recent.answer(of(range(0, 201)))).toBe(base);
  expect(recent.answer(of(range(5, 204)))).toBe(base);
  const far = of(range(0, 240));
  expect(recent.answer(far)).toBe(far);
});

test('what was answered as another is not remembered: no chain of near sets leads away', () => {
  const recent = new RecentSets(10);
  const base = of(range(0, 100));
  recent.answer(base);
  for (let more = 1; more < 10; more++) expect(recent.answer(of(range(0, 100 + more)))).toBe(base);
  const next = of(range(0, 130));
  expect(recent.answer(next)).toBe(next);
});

test('a few persons hidden first keep those near them hidden', () => {
  const recent = new RecentSets(10);
  const few = of(range(0, 9));
  recent.answer(few);
  expect(recent.answer(of(range(0, 10)))).toBe(few);
});

test('sets of one question are not near each other; of another question they are', () => {
  const recent = new RecentSets(10);
  const [first, later, other] = [of(range(0, 200)), of(range(3, 200)), of(range(1, 200))];
  expect(recent.answer(first, 'curve')).toBe(first);
  expect(recent.answer(later, 'curve')).toBe(later);
  expect([first, later]).toContain(recent.answer(other, 'table'));
  expect([first, later]).toContain(recent.answer(other));
  // What was answered once is answered so again, whichever of the two it was.
  expect(recent.answer(of(range(3, 200)), 'curve')).toBe(later);
  expect(recent.answer(of(range(3, 200)), 'table')).toBe(later);
});

test('the oldest of eight thousand make room', () => {
  const recent = new RecentSets(10);
  const first = of(range(0, 50));
  recent.answer(first);
  for (let i = 0; i < 8192; i++)
    recent.answer(of(range(1000 * (i + 1), 1000 * (i + 1) + 20 + (i % 400))));
  const near = of(range(0, 51));
  expect(recent.answer(near)).toBe(near);
});

test('from how many on sets are told apart is drawn for each two of them, between ten and twenty', () => {
  const apart = (persons: number) => {
    let near = 0;
    for (let i = 0; i < 400; i++) {
      const recent = new RecentSets(10);
      const from = i * 1000;
      const base = of(range(from, from + 200));
      recent.answer(base);
      if (recent.answer(of(range(from, from + 200 + persons))) === base) near++;
    }
    return near / 400;
  };
  expect(apart(9)).toBe(1);
  expect(apart(15)).toBeGreaterThan(0.2);
  expect(apart(15)).toBeLessThan(0.8);
  expect(apart(20)).toBe(0);
});
