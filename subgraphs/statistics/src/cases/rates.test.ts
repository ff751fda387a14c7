import { defaultRule, disclose } from '@nodp/disclosure';
import { expect, test } from 'vitest';
import type { ByAge } from './cells.ts';
import { NO_RATES, ratesOf, shownRate } from './rates.ts';

/** Cases of 18 age groups, by their places. */
const cases = (at: Readonly<Record<number, number>>, unknown = 0): ByAge => {
  const ages = Float64Array.from({ length: 18 }, (_, i) => at[i] ?? 0);
  return { ages, unknown, total: ages.reduce((a, b) => a + b, 0) + unknown };
};
const lived = new Float64Array(18).fill(100_000);
const shown = (n: number) => disclose(n, defaultRule);

test('worked by hand: 104 cases in 1.8 million person-years, Segi', () => {
  // 60–64 (weight 4,000 of 100,000): 64 cases; 70–74 (2,000): 40 cases; person-years 100,000 in each group.
  const of = cases({ 12: 64, 14: 40 });
  const { crude, ageStandardised } = ratesOf(of, shown(104), lived, 'SEGI');
  // From the 100 shown: 100 / 1,800,000.
  expect(crude?.value).toBe(5.556);
  // Garwood's limits of 100 cases: 81.36 and 121.63 (Breslow and Day 1987, table 2.10 has .8136 and 1.2163).
  expect(crude?.lower).toBe(Number((81.36 / 18).toPrecision(4)));
  expect(crude?.upper).toBe(Number((121.63 / 18).toPrecision(4)));
  // 0.04 × 64 + 0.02 × 40 = 3.36 per 100,000, of which 100 in 104 are shown.
  expect(ageStandardised?.value).toBe(3.23);
  expect(ageStandardised?.lower).toBeLessThan(3.23);
  expect(ageStandardised?.upper).toBeGreaterThan(3.23);
});

test('the standard weighs: older under WHO 2000 than under Segi', () => {
  const of = cases({ 16: 1000 });
  const value = (standard: 'SEGI' | 'WHO2000' | 'CHINA2000') =>
    ratesOf(of, shown(1000), lived, standard).ageStandardised?.value;
  expect(value('SEGI')).toBe(5);
  expect(value('WHO2000')).toBe(9.1);
  // 7,989,158 of 1,242,612,226.
  expect(value('CHINA2000')).toBe(6.43);
});

test('cases of unknown age are in the crude rate, and spread over the known ages in the standardised one', () => {
  const { crude, ageStandardised } = ratesOf(cases({ 12: 100 }, 50), shown(150), lived, 'SEGI');
  expect(crude?.value).toBe(Number((150 / 18).toPrecision(4)));
  expect(ageStandardised?.value).toBe(6);
  const nobody = ratesOf(cases({}, 50), shown(50), lived, 'SEGI');
  expect(nobody.ageStandardised).toBeNull();
  expect(nobody.crude).not.toBeNull();
});

test('no rate of a count that is not shown, and none that tells more than the count', () => {
  expect(ratesOf(cases({ 12: 9 }), shown(9), lived, 'SEGI')).toEqual(NO_RATES);
  expect(shownRate(shown(9), 1000)).toBeNull();
  expect(shownRate(shown(96), 1_000_000)).toEqual(shownRate(shown(104), 1_000_000));
  // All of one age: 96 and 104 cases look alike.
  expect(ratesOf(cases({ 12: 96 }), shown(96), lived, 'SEGI')).toEqual(
    ratesOf(cases({ 12: 104 }), shown(104), lived, 'SEGI'),
  );
});
