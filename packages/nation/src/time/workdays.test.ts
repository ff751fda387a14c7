import { expect, test } from 'vitest';
import { dateOf, dayOf } from './days.ts';
import { weekdayOf, workday, workdayBefore } from './workdays.ts';

test.each([
  ['2026-06-26', 5, '2026-06-26', '2026-06-26'],
  ['2026-06-27', 6, '2026-06-29', '2026-06-26'],
  ['2026-06-28', 0, '2026-06-29', '2026-06-26'],
  ['1969-12-27', 6, '1969-12-29', '1969-12-26'],
])('%s is weekday %d; work waits until %s or was done by %s', (date, weekday, after, before) => {
  const day = dayOf(date);
  expect([weekdayOf(day), dateOf(workday(day)), dateOf(workdayBefore(day))]).toEqual([
    weekday,
    after,
    before,
  ]);
});
