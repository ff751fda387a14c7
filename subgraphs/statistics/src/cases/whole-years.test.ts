import { describe, expect, test } from 'vitest';
import { type MonthCounts, wholeYears, within } from './whole-years.ts';

/** Cases of each month, January first, by year. */
const told = (years: Readonly<Record<number, readonly number[]>>): MonthCounts =>
  new Map(
    Object.entries(years).map(([year, counts]) => [
      Number(year),
      new Map(counts.map((n, i) => [i + 1, n])),
    ]),
  );
const full = Array.from({ length: 12 }, (_, i) => 20 + i);
const none = [0, 0, 0, 0, 0, 0];
const half = full.slice(0, 6);

describe('which years a release holds whole', () => {
  test('the nation told as of June 2026, gathered from July 2016 on', () => {
    const counts = told({
      2016: [...none, ...half],
      2017: full,
      2018: full,
      2019: full,
      2020: half,
    });
    expect(wholeYears(counts)).toEqual({ first: 2017, last: 2019 });
  });

  test('a year is not over before there are cases diagnosed after it', () => {
    expect(wholeYears(told({ 2019: full, 2020: full }))).toEqual({ first: 2019, last: 2019 });
    expect(wholeYears(told({ 2019: full, 2020: full, 2021: [1] }))).toEqual({
      first: 2019,
      last: 2020,
    });
    expect(wholeYears(told({ 2020: full }))).toBeNull();
  });

  test('a lull of reports is no end of them; a month without any is', () => {
    const lull = full.with(1, 9);
    expect(wholeYears(told({ 2019: full, 2020: lull, 2021: full, 2022: [5] }))?.first).toBe(2019);
    const gap = full.with(1, 3);
    expect(wholeYears(told({ 2019: full, 2020: gap, 2021: full, 2022: [5] }))).toEqual({
      first: 2021,
      last: 2021,
    });
  });

  test('nothing is whole of nothing', () => {
    expect(wholeYears(told({}))).toBeNull();
    expect(wholeYears(told({ 2019: [...none, ...none], 2020: [1] }))).toBeNull();
  });

  test('what is chosen of them', () => {
    const span = { first: 2017, last: 2025 };
    expect(within(span, undefined, undefined)).toEqual(span);
    expect(within(span, 2024, 2030)).toEqual({ first: 2024, last: 2025 });
    expect(within(span, 2026, undefined)).toBeNull();
    expect(within(null, 2017, 2020)).toBeNull();
  });
});
