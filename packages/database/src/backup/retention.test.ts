import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RetainedBackup, superfluous } from './retention.ts';

const day = (n: number, verified: boolean | null = null): RetainedBackup => ({
  id: `202611${String(n).padStart(2, '0')}T020000Z-aaaa`,
  verified,
});
const days = (ids: readonly string[]) => ids.map((id) => Number(id.slice(6, 8)));

test('the oldest beyond the number go', () => {
  expect(days(superfluous([day(1), day(2), day(3), day(4)], 2))).toEqual([2, 1]);
  expect(superfluous([day(1), day(2)], 2)).toEqual([]);
});

test('the last that was verified stays, however old it is', () => {
  expect(days(superfluous([day(1, true), day(2), day(3), day(4)], 2))).toEqual([2]);
  expect(days(superfluous([day(1, true), day(2, true), day(3), day(4)], 2))).toEqual([1]);
});

test('one that failed its trial is not counted, and goes once good ones are enough and newer', () => {
  expect(superfluous([day(1), day(2, false), day(3, false)], 1)).toEqual([]);
  expect(days(superfluous([day(1), day(2, false), day(3)], 1))).toEqual([2, 1]);
});

test('the last good one is never among those that go', () => {
  const backups = fc.uniqueArray(
    fc.record({ n: fc.integer({ min: 1, max: 30 }), verified: fc.constantFrom(true, false, null) }),
    { selector: ({ n }) => n },
  );
  fc.assert(
    fc.property(backups, fc.integer({ min: 1, max: 5 }), (some, keep) => {
      const all = some.map(({ n, verified }) => day(n, verified));
      const gone = new Set(superfluous(all, keep));
      const good = all.filter(({ verified }) => verified !== false);
      const stay = good.filter(({ id }) => !gone.has(id));
      expect(stay.length).toBeGreaterThanOrEqual(Math.min(keep, good.length));
      const verified = all.filter((backup) => backup.verified === true);
      if (verified.length > 0) expect(verified.some(({ id }) => !gone.has(id))).toBe(true);
    }),
  );
});
