import { type Counted, type DisclosureRule, defaultRule } from '@nodp/disclosure';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf } from './bands.ts';

const still: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };
const GROUPS = 18;
const byGroup =
  (groups: readonly number[], moved = 0) =>
  (from: number, to: number): Counted => ({
    count: groups.slice(from, to).reduce((a, b) => a + b, 0),
    moved,
    parts: [],
  });
const at = (groups: Readonly<Record<number, number>>) =>
  Array.from({ length: GROUPS }, (_, i) => groups[i] ?? 0);

test('groups that can be shown are bands of their own, the small are taken together upwards', () => {
  expect(bandsOf(byGroup(at({ 5: 4, 8: 7, 12: 30, 16: 12 })), still)).toEqual([
    { from: 0, to: 9, persons: 11 },
    { from: 9, to: 13, persons: 30 },
    // Nobody of 85 and more goes with those before.
    { from: 13, to: 18, persons: 12 },
  ]);
});

test('too few of the oldest join the band before them; too few of all are no band', () => {
  expect(bandsOf(byGroup(at({ 9: 20, 17: 3 })), still)).toEqual([{ from: 0, to: 18, persons: 23 }]);
  expect(bandsOf(byGroup(at({ 9: 5, 17: 3 })), still)).toEqual([]);
});

test('bands cover all ages once and none has fewer than the minimum, whatever the counts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(25), { minLength: GROUPS, maxLength: GROUPS }), (groups) => {
      const bands = bandsOf(byGroup(groups), defaultRule);
      const all = groups.reduce((a, b) => a + b, 0);
      expect(bands.length === 0).toBe(all < defaultRule.minimumCell);
      for (const [i, { from, to, persons }] of bands.entries()) {
        expect(from).toBe(bands[i - 1]?.to ?? 0);
        expect(persons).toBeGreaterThanOrEqual(defaultRule.minimumCell);
        expect(persons).toBe(groups.slice(from, to).reduce((a, b) => a + b, 0));
      }
      if (bands.length > 0) expect(bands.at(-1)?.to).toBe(GROUPS);
    }),
  );
});
