/** One rate under three standard populations, as three equations for the cases by age. */
import { counted, type DisclosureRule, defaultRule, disclose } from '@nodp/disclosure';
import { expect, test } from 'vitest';
import { noRates, ratesOf } from '../../subgraphs/statistics/src/cases/rates.ts';
import { cellOf, chance, leastSquares, randomOf, targetsOf } from './world.ts';

const STANDARDS = ['SEGI', 'WHO2000', 'CHINA2000'] as const;
/** Ages that the cancer has, known to the attacker: 45–49, 60–64 and 80–84. */
const AGES = [9, 12, 16] as const;
const lived = new Float64Array(18).fill(100_000);
const still: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };

/** Weighted rates of so many cases at the three ages, as they are shown. */
const shownRates = (counts: readonly number[], key: number, rule: DisclosureRule): number[] => {
  const ages = new Float64Array(18);
  AGES.forEach((age, i) => {
    ages[age] = counts[i] as number;
  });
  const total = counts.reduce((a, b) => a + b, 0);
  const set = { count: total, key };
  return STANDARDS.map((standard) => {
    const of = { ages, unknown: 0, total };
    const rates = ratesOf(of, counted(set, rule), disclose(set, rule), lived, standard, rule);
    expect(rates).not.toEqual(noRates('TOO_FEW'));
    return rates.ageStandardised?.value ?? Number.NaN;
  });
};

/** What a case at each age adds to each rate: public, from the standard populations. */
const weights = STANDARDS.map((_, s) =>
  AGES.map((__, a) => {
    const thousand = AGES.map((___, i) => (i === a ? 1000 : 0));
    return (shownRates(thousand, 5, still)[s] as number) / 1000;
  }),
);

const attack = (tries: number, rule: DisclosureRule): { found: number; guessed: number } => {
  const random = randomOf(29);
  let [found, guessed] = [0, 0];
  for (let i = 0; i < tries; i++) {
    // The target is the number at one age, small; the others are larger and known as well as a rate tells.
    const counts = [random.poisson(4), 20 + random.poisson(20), 20 + random.poisson(20)];
    const total = counts.reduce((a, b) => a + b, 0);
    const { key } = cellOf(total, random);
    const told = shownRates(counts, key, rule);
    const scaled = weights.map((row) => row.map((w) => w * 1000));
    const [first] = leastSquares(
      scaled,
      told.map((rate) => rate * 1000),
    );
    if (Math.round(first as number) === counts[0]) found++;
    if (counts[0] === 4) guessed++;
  }
  return { found: found / tries, guessed: guessed / tries };
};

test('the cases of an age are found no oftener than guessed', () => {
  const tries = targetsOf(1000);
  const { found, guessed } = attack(tries, defaultRule);
  expect(found).toBeLessThan(chance(guessed, tries));
});

test('rates without moves of their own would give them away: the attack is able to succeed', () => {
  const { found, guessed } = attack(300, still);
  expect(found).toBeGreaterThan(2 * guessed);
});
