import { counted, type DisclosureRule, defaultRule, disclose } from '@nodp/disclosure';
import { expect, test } from 'vitest';
import type { ByAge } from './cells.ts';
import { noRates, ratesOf, shownRate } from './rates.ts';

/** Cases of 18 age groups, by their places. */
const cases = (at: Readonly<Record<number, number>>, unknown = 0): ByAge => {
  const ages = Float64Array.from({ length: 18 }, (_, i) => at[i] ?? 0);
  return { ages, unknown, total: ages.reduce((a, b) => a + b, 0) + unknown };
};
const lived = new Float64Array(18).fill(100_000);
/** Counts as they are, so that rates can be worked by hand. */
const still: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };
const shown = (n: number, rule = still) => disclose({ count: n, key: 5 }, rule);
type Standard = 'SEGI' | 'WHO2000' | 'CHINA2000';
const rates = (of: ByAge, standard: Standard = 'SEGI', rule = still, key = 5) => {
  const moved = counted({ count: of.total, key }, rule);
  return ratesOf(of, moved, disclose({ count: of.total, key }, rule), lived, standard, rule);
};

test('worked by hand: 100 cases in 1.8 million person-years, Segi', () => {
  // 60–64 (weight 4,000 of 100,000): 60 cases; 70–74 (2,000): 40 cases; person-years 100,000 in each group.
  const { crude, ageStandardised } = rates(cases({ 12: 60, 14: 40 }));
  // 100 / 1,800,000.
  expect(crude?.value).toBe(5.556);
  // Garwood's limits of 100 cases: 81.36 and 121.63 (Breslow and Day 1987, table 2.10 has .8136 and 1.2163).
  expect(crude?.lower).toBe(Number((81.36 / 18).toPrecision(4)));
  expect(crude?.upper).toBe(Number((121.63 / 18).toPrecision(4)));
  // 0.04 × 60 + 0.02 × 40 = 3.2 per 100,000.
  expect(ageStandardised?.value).toBe(3.2);
  expect(ageStandardised?.lower).toBeLessThan(3.2);
  expect(ageStandardised?.upper).toBeGreaterThan(3.2);
});

test('a count that does not end in nought keeps its units: 14 cases are no rate of 10', () => {
  expect(rates(cases({ 12: 14 })).crude?.value).toBe(Number((14 / 18).toPrecision(4)));
});

test('the standard weighs: older under WHO 2000 than under Segi', () => {
  const value = (standard: Standard) => rates(cases({ 16: 1000 }), standard).ageStandardised?.value;
  expect(value('SEGI')).toBe(5);
  expect(value('WHO2000')).toBe(9.1);
  // 7,989,158 of 1,242,612,226.
  expect(value('CHINA2000')).toBe(6.43);
});

test('cases of unknown age are in the crude rate, and spread over the known ages in the standardised one', () => {
  const { crude, ageStandardised } = rates(cases({ 12: 100 }, 50));
  expect(crude?.value).toBe(Number((150 / 18).toPrecision(4)));
  expect(ageStandardised?.value).toBe(6);
  const nobody = rates(cases({}, 50));
  expect(nobody.ageStandardised).toBeNull();
  expect(nobody.crude).not.toBeNull();
});

test('no rate of a count that is not shown, and none that tells more than the count', () => {
  expect(rates(cases({ 12: 9 }))).toEqual(noRates('TOO_FEW'));
  expect(shownRate(shown(9), 1000)).toBeNull();
  const twenty = shown(20, defaultRule);
  expect(shownRate(twenty, 1_000_000)?.value).toBe((twenty.value ?? 0) / 10);
});

test('attack: the cases by age from the rates under three standards, as equations', () => {
  // Every case is of one of three ages; the attacker knows which, the weights and the population, and solves the three
  // equations for the numbers. Right would be all three; the one who guesses takes a third of the count each.
  let [solved, guessed] = [0, 0];
  const tries = 1000;
  const weights = { SEGI: [0.04, 0.02, 0.005], WHO2000: [0.0372, 0.0221, 0.0091], CHINA2000: [] };
  for (let i = 0; i < tries; i++) {
    const truth = [5 + (i % 11), 5 + ((i * 7) % 11), 5 + ((i * 5) % 11)] as const;
    const of = cases({ 12: truth[0], 14: truth[1], 16: truth[2] });
    const key = Math.imul(i + 1, 0x9e3779b1) >>> 0;
    const shownRates = (standard: Standard) => rates(of, standard, defaultRule, key);
    const total = (shownRates('SEGI').crude?.value ?? 0) * 18;
    const [segi, who] = (['SEGI', 'WHO2000'] as const).map(
      (standard) => shownRates(standard).ageStandardised?.value ?? 0,
    ) as [number, number];
    // Three unknowns: a + b + c = total; Segi and WHO 2000 in weighted cases.
    let best = [0, 0, 0];
    let least = Infinity;
    for (let a = 0; a <= 20; a++)
      for (let b = 0; b <= 20; b++)
        for (let c = 0; c <= 20; c++) {
          const [x, y, z] = weights.SEGI as [number, number, number];
          const [u, v, w] = weights.WHO2000 as [number, number, number];
          const off =
            ((a + b + c - total) / 3) ** 2 +
            ((a * x + b * y + c * z - segi) / 0.1) ** 2 +
            ((a * u + b * v + c * w - who) / 0.1) ** 2;
          if (off < least) [least, best] = [off, [a, b, c]];
        }
    if (best.every((n, at) => n === truth[at])) solved++;
    if (truth.every((n) => n === 10)) guessed++;
  }
  // Of 11³ triples one is right by chance.
  expect(solved / tries).toBeLessThan(
    Math.max(guessed / tries, 0.01) + 3 * Math.sqrt(0.01 / tries),
  );
}, 120_000);
