import { expect, test } from 'vitest';
import { lostSince } from './lost-to-follow-up.ts';

test.each([
  // Three attempts over three months, to the day.
  [['2026-01-31', '2026-03-01', '2026-04-30'], [], true],
  // A day short.
  [['2026-01-31', '2026-03-01', '2026-04-29'], [], false],
  // Two are not three, and twice on a day is once.
  [['2026-01-01', '2026-06-01'], [], false],
  [['2026-01-01', '2026-01-01', '2026-06-01'], [], false],
  // Reached in between: what failed before counts no more.
  [['2026-01-01', '2026-03-01', '2026-06-01'], ['2026-02-01'], false],
  [['2026-01-01', '2026-03-01', '2026-06-01'], ['2025-12-01'], true],
  [[], [], false],
] as const)('failed %j, reached %j: lost %s', (failed, reached, lost) => {
  expect(lostSince(failed, reached) !== null).toBe(lost);
});
