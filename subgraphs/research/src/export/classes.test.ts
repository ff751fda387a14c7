import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classesAt, type Profile, suppressedIn } from './classes.ts';
import { latticeOf, lossOf } from './lattice.ts';
import { QUASI_IDENTIFIERS } from './quasi-identifiers.ts';

/** Two quasi-identifiers of four values: by itself, by twos, any. */
const values = [0, 1].map((quasi) =>
  [(v: number) => v, (v: number) => v >> 1, () => 0].map((level) =>
    Int32Array.from({ length: 16 }, (_, at) => level(quasi === 0 ? at >> 2 : at & 3)),
  ),
);
const one = (at: number, persons: number, history = 0): Profile => ({
  persons,
  history,
  cases: [at],
});

test('four and one who are alike at no level but by twos', () => {
  const profiles = [one(0, 4), one(1, 1), one(15, 5)];
  const sizes = (levels: number[]) =>
    classesAt(profiles, values, levels, 5).map(({ size }) => size);
  expect(sizes([0, 0])).toEqual([4, 1, 5]);
  expect(sizes([0, 1])).toEqual([5, 5, 5]);
  expect(sizes([2, 2])).toEqual([10, 10, 10]);
});

test('who has a second case that few share is counted by the first one alone', () => {
  const two: Profile = { persons: 1, history: 0, cases: [0, 9] };
  expect(classesAt([one(0, 4), two], values, [0, 0], 5)).toMatchObject([
    { size: 5, cut: false },
    { size: 5, cut: true },
  ]);
  const many = { ...two, persons: 6 };
  expect(classesAt([one(0, 4), many], values, [0, 0], 5)).toMatchObject([
    { size: 4, cut: false },
    { size: 6, cut: false },
  ]);
});

test('those who were in a former export are not alike with those who were not', () => {
  const placed = classesAt([one(0, 5, 1), one(0, 1)], values, [0, 0], 5);
  expect(placed.map(({ size }) => size)).toEqual([5, 1]);
});

test('by the definition: at every place everybody kept is alike with four others in all that is kept of them', () => {
  const profile = fc.record({
    persons: fc.integer({ min: 1, max: 4 }),
    history: fc.integer({ min: 0, max: 1 }),
    cases: fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 3 }),
  });
  const levels = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(fc.array(profile, { maxLength: 40 }), levels, (profiles, at) => {
      const placed = classesAt(profiles, values, at, 5);
      // A row for each person kept: what an export would say of them.
      const rows = profiles.flatMap(({ persons, history, cases }, i) => {
        const { size, cut } = placed[i] as (typeof placed)[number];
        const told = (cut ? cases.slice(0, 1) : cases).map((c) =>
          values.map((all, quasi) => all[at[quasi] as number]?.[c]),
        );
        return size < 5
          ? []
          : Array.from({ length: persons }, () => JSON.stringify([history, told]));
      });
      for (const row of new Set(rows))
        expect(rows.filter((r) => r === row).length).toBeGreaterThanOrEqual(5);
      const all = profiles.reduce((sum, { persons }) => sum + persons, 0);
      expect(suppressedIn(profiles, placed, 5)).toBe(all - rows.length);
    }),
  );
});

test('the lattice begins with nothing lost and ends with everything; several coarser come before one left out, the region before the sites', () => {
  const lattice = latticeOf(QUASI_IDENTIFIERS);
  expect(lattice).toHaveLength(2 * 4 * 4 * 2 * 3);
  expect(lattice[0]).toEqual([0, 0, 0, 0, 0]);
  expect(lattice.at(-1)).toEqual([1, 3, 3, 1, 2]);
  const losses = lattice.map((levels) => lossOf(levels, QUASI_IDENTIFIERS));
  expect([...losses].sort((a, b) => a - b).map((l) => l.toFixed(9))).toEqual(
    losses.map((l) => l.toFixed(9)),
  );
  const place = (levels: number[]) => lattice.findIndex((l) => l.join() === levels.join());
  expect(place([0, 2, 2, 0, 0])).toBeLessThan(place([0, 0, 3, 0, 0]));
  expect(place([0, 0, 0, 1, 0])).toBeLessThan(place([0, 0, 0, 0, 2]));
});
