/** All figures that weigh the same cases by age, as equations for the cases of one age. */
import {
  ageGroups18,
  ageStandardisedRate,
  cumulativeRate,
  type Estimate,
  truncatedRate,
} from '@nodp/biostatistics';
import { counted, type DisclosureRule, defaultRule, type Keyed } from '@nodp/disclosure';
import { expect, test } from 'vitest';
import { movedRate, type Salts } from '../../subgraphs/statistics/src/cases/moved-rate.ts';
import { STANDARDISED_SALTS, WEIGHTS } from '../../subgraphs/statistics/src/cases/rates.ts';
import {
  CUMULATIVE_SALTS,
  TRUNCATED_SALTS,
} from '../../subgraphs/statistics/src/measures/salts.ts';
import { cellOf, chance, leastSquares, randomOf, targetsOf } from './world.ts';

type Standard = keyof typeof WEIGHTS;
const STANDARDS = Object.keys(WEIGHTS) as Standard[];
/** Ages that the cancer has, known to the attacker: 45–49, 60–64 and 80–84. */
const AGES = [9, 12, 16] as const;
const lived = new Float64Array(18).fill(100_000);
const still: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };

interface Figure {
  readonly salts: Salts;
  /** The ages whose cases it is of. */
  readonly of: readonly [number, number];
  readonly rate: (ages: Float64Array, unknownAge: number) => Estimate;
}

/** Five standardised rates, five truncated, the cumulative rate: eleven equations. */
const FIGURES: readonly Figure[] = [
  ...STANDARDS.map(
    (standard): Figure => ({
      salts: STANDARDISED_SALTS[standard],
      of: [0, 18],
      rate: (ages, unknownAge) =>
        ageStandardisedRate(ages, lived, WEIGHTS[standard], { unknownAge }),
    }),
  ),
  ...STANDARDS.map(
    (standard): Figure => ({
      salts: TRUNCATED_SALTS[standard],
      of: [7, 13],
      rate: (ages, unknownAge) =>
        truncatedRate(ages, lived, WEIGHTS[standard], ageGroups18, { unknownAge }),
    }),
  ),
  {
    salts: CUMULATIVE_SALTS,
    of: [0, 15],
    rate: (ages, unknownAge) => cumulativeRate(ages, lived, ageGroups18, { unknownAge }).rate,
  },
];

/** Every figure of these cases as it is shown, to three digits. */
const shown = (sets: readonly Keyed[], rule: DisclosureRule): number[] => {
  const ages = new Float64Array(18);
  AGES.forEach((age, i) => {
    ages[age] = (sets[i] as Keyed).count;
  });
  return FIGURES.map(({ salts, of: [from, to], rate }) => {
    const within = sets.filter((_, i) => (AGES[i] as number) >= from && (AGES[i] as number) < to);
    const set = {
      count: within.reduce((sum, { count }) => sum + count, 0),
      key: within.reduce((sum, { key }) => (sum + key) >>> 0, 0),
    };
    const moved = movedRate(ages, 0, counted(set, rule), salts, rule, rate);
    return Number((moved?.estimate ?? 0).toPrecision(3));
  });
};

/** What a case of each age adds to each figure: public. */
const weights = FIGURES.map((_, f) =>
  AGES.map((__, a) => {
    const thousand = AGES.map((___, i): Keyed => ({ count: i === a ? 1000 : 0, key: 5 }));
    return (shown(thousand, still)[f] as number) / 1000;
  }),
);

const attack = (tries: number, rule: DisclosureRule) => {
  const random = randomOf(31);
  let [found, guessed] = [0, 0];
  for (let i = 0; i < tries; i++) {
    // The number at one age is small, and is what the attacker is after.
    const counts = [random.poisson(4), 20 + random.poisson(20), 20 + random.poisson(20)];
    const told = shown(
      counts.map((count) => cellOf(count, random)),
      rule,
    );
    // Each equation weighed by what it is known to: a share of itself.
    const scale = told.map((rate) => (rate === 0 ? 0 : 1000 / rate));
    const [first] = leastSquares(
      weights.map((row, f) => row.map((w) => w * (scale[f] as number))),
      told.map((rate, f) => rate * (scale[f] as number)),
    );
    if (Math.round(first as number) === counts[0]) found++;
    if (counts[0] === 4) guessed++;
  }
  return { found: found / tries, guessed: guessed / tries };
};

test('eleven figures of the same cases find those of an age no oftener than guessed', () => {
  const tries = targetsOf(1000);
  const { found, guessed } = attack(tries, defaultRule);
  expect(found).toBeLessThan(chance(guessed, tries));
});

test('figures without moves of their own would give them away: the attack is able to succeed', () => {
  const { found, guessed } = attack(300, still);
  expect(found).toBeGreaterThan(2 * guessed);
});
