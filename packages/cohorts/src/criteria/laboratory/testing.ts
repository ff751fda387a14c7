import fc from 'fast-check';
import { SLOPE_DAYS, STATISTICS, type Statistic } from '../../criterion/series.ts';
import { isWithin } from '../../testing/arbitraries.ts';
import type { CriterionTesting, Row } from '../../testing/criterion-testing.ts';
import { analyteCodes } from '../../testing/vocabulary.ts';
import type { Laboratory } from './form.ts';

const values = fc
  .tuple(fc.integer({ min: -20, max: 120 }), fc.nat(60), fc.nat(3))
  .map(([low, width, open]) => ({
    ...(open === 1 ? {} : { from: low + 0.5 }),
    ...(open === 2 ? {} : { to: low + width + 0.5 }),
  }));

const days = fc.constantFrom(
  { from: -10, to: 30 },
  { from: 0 },
  { to: 100 },
  { from: 20, to: 400 },
);

interface Dated {
  readonly day: number;
  readonly value: number;
}

const slopeOf = (results: readonly Dated[]): number | null => {
  const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
  const [x, y] = [mean(results.map((r) => r.day)), mean(results.map((r) => r.value))];
  const spread = results.reduce((sum, r) => sum + (r.day - x) ** 2, 0);
  if (spread === 0) return null;
  return results.reduce((sum, r) => sum + (r.day - x) * (r.value - y), 0) / spread;
};

const tidy = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e6) / 1e6;

const statisticOf = (statistic: Statistic, results: readonly Dated[]): number | null => {
  const [first, last] = [results[0]?.value, results.at(-1)?.value];
  if (first === undefined || last === undefined) return null;
  if (statistic === 'FIRST') return first;
  if (statistic === 'LAST') return last;
  if (statistic === 'LOWEST') return Math.min(...results.map(({ value }) => value));
  if (statistic === 'HIGHEST') return Math.max(...results.map(({ value }) => value));
  if (results.length < 2) return null;
  if (statistic === 'CHANGE') return tidy(last - first);
  if (statistic === 'CHANGE_PERCENT')
    return first === 0 ? null : tidy((100 * (last - first)) / first);
  const slope = slopeOf(results);
  return slope === null ? null : tidy(SLOPE_DAYS * slope);
};

const originOf = (row: Row): number | null =>
  typeof row.origin_days === 'number' ? row.origin_days : row.case_number === 1 ? 0 : null;

export const testing: CriterionTesting<Laboratory> = {
  arbitrary: fc
    .tuple(
      fc.constantFrom(...analyteCodes),
      fc.constantFrom(...STATISTICS.filter((each) => each !== 'HIGHEST'), undefined),
      fc.option(values, { nil: undefined, freq: 6 }),
      fc.option(days, { nil: undefined, freq: 1 }),
    )
    .map(
      ([analyte, statistic, value, window]): Laboratory => ({
        analyte,
        ...(statistic === undefined ? {} : { statistic }),
        ...(value === undefined || Object.keys(value).length === 0 ? {} : { value }),
        ...(window === undefined ? {} : { days: window }),
      }),
    ),
  holds: ({ analyte, statistic = 'HIGHEST', value: bounds = {}, days: window = {} }, row, all) => {
    const origin = originOf(row);
    if (origin === null) return false;
    const results = all.results
      .flatMap((r) =>
        r.analyte === analyte && typeof r.result_days === 'number' && typeof r.value === 'number'
          ? [{ day: r.result_days - origin, value: r.value }]
          : [],
      )
      .filter(({ day }) => isWithin(day, window))
      .sort((a, b) => a.day - b.day || a.value - b.value);
    const statisticValue = statisticOf(statistic, results);
    return statisticValue !== null && isWithin(statisticValue, bounds);
  },
};
