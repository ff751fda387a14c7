import { expect, it } from 'vitest';
import { formatSurvival, monthRows } from './arms.ts';

const point = (months: number, survival: number) => ({
  months,
  survival,
  lower: null,
  upper: null,
});

it('curves of different length stand side by side month by month', () => {
  const rows = monthRows([
    { curve: [point(0, 1), point(1, 0.9), point(2, 0.8)] },
    { curve: [point(0, 1), point(1, 0.7)] },
  ]);
  expect(rows.map((r) => [r.months, ...r.arms.map((p) => p?.survival ?? null)])).toEqual([
    [0, 1, 1],
    [1, 0.9, 0.7],
    [2, 0.8, null],
  ]);
});

it('shares of survival are in percent', () => {
  expect(formatSurvival(0.621)).toBe('62.1%');
  expect(formatSurvival(null)).toBe('—');
});
