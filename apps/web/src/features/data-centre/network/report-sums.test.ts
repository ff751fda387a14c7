import { expect, test } from 'vitest';
import { monthsUntil, share, sumBy, within } from './report-sums.ts';
import type { DayTallied } from './requests.ts';

const day = (of: Partial<DayTallied>): DayTallied => ({
  ...{ day: '2026-08-01', resourceType: 'Condition' },
  ...{ created: 0, updated: 0, unchanged: 0, retained: 0, held: 0, refused: 0 },
  ...{ within1: 0, within7: 0, within30: 0, within90: 0, within365: 0, later: 0 },
  ...of,
});

test('twelve months end with that of the national calendar, where a new one begins eight hours before UTC’s', () => {
  expect(monthsUntil(new Date('2026-01-31T15:59:00Z'))[0]).toBe('2026-01');
  expect(monthsUntil(new Date('2026-01-31T16:00:00Z')).slice(0, 3)).toEqual([
    '2026-02',
    '2026-01',
    '2025-12',
  ]);
});

test('numbers are added by day, and by type', () => {
  const days = [
    day({ created: 2 }),
    day({ created: 3, resourceType: 'Observation' }),
    day({ created: 5, day: '2026-08-02' }),
  ];
  expect(sumBy(days, (d) => d.day).map((d) => [d.name, d.created])).toEqual([
    ['2026-08-01', 5],
    ['2026-08-02', 5],
  ]);
  expect(sumBy(days, (d) => d.resourceType).map((d) => [d.name, d.created])).toEqual([
    ['Condition', 7],
    ['Observation', 3],
  ]);
});

test('what came within a week came within a month; of nothing there is no share', () => {
  const sums = { ...day({ within1: 1, within7: 1, within30: 1, later: 1 }), name: 'Condition' };
  expect([1, 7, 30, 365].map((days) => within(sums, days))).toEqual(
    [1, 2, 3, 3].map((part) => share(part, 4)),
  );
  expect(within({ ...day({}), name: 'none' }, 30)).toBe('—');
});
