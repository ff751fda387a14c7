import { ageStandardisedRate, crudeRate, standardWeights } from '@nodp/biostatistics';
import { type Counted, type Disclosed, type DisclosureRule, ofShown } from '@nodp/disclosure';
import type { StandardPopulation } from '../generated/resolvers.ts';
import type { NotCovered } from '../registration/coverage.ts';
import type { ByAge } from './cells.ts';
import { movedRate, type Salts } from './moved-rate.ts';

/** Per 100,000 person-years, with its 95% interval. */
export interface RateAnswer {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Why there is no rate: nobody stands below it, or too few above it. */
export type RateAbsence = NotCovered | 'TOO_FEW';

export interface RatesAnswer {
  readonly crude: RateAnswer | null;
  readonly ageStandardised: RateAnswer | null;
  /** Null where there is a rate. */
  readonly absent: RateAbsence | null;
}

export const noRates = (absent: RateAbsence): RatesAnswer => ({
  crude: null,
  ageStandardised: null,
  absent,
});

export const WEIGHTS: Readonly<Record<StandardPopulation, Float64Array>> = {
  SEGI: standardWeights('segi'),
  WHO2000: standardWeights('who2000'),
  CHINA2000: standardWeights('china2000'),
  ESP1976: standardWeights('esp1976'),
  ESP2013: standardWeights('esp2013'),
};

const digits = (
  n: number,
  { estimate, lower, upper }: { estimate: number; lower: number; upper: number },
): RateAnswer => ({
  value: Number(estimate.toPrecision(n)),
  lower: Number(lower.toPrecision(n)),
  upper: Number(upper.toPrecision(n)),
});

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** Crude rate of a count as it is shown, so that it tells no more than the count; null where that is suppressed. */
export const shownRate = (shown: Disclosed, personYears: number): RateAnswer | null =>
  ofShown(shown, (count) => digits(4, crudeRate(count, personYears)));

/** Names of the moves of each standard, and of the width of its interval. */
export const STANDARDISED_SALTS: Readonly<Record<StandardPopulation, Salts>> = {
  SEGI: [1, 2],
  WHO2000: [3, 4],
  CHINA2000: [5, 6],
  ESP1976: [7, 8],
  ESP2013: [9, 10],
};

/** Age-standardised rate of the exact cases, moved by itself for each standard. */
const standardised = (
  cases: ByAge,
  of: Counted,
  personYears: Float64Array,
  standard: StandardPopulation,
  rule: DisclosureRule,
): RateAnswer | null => {
  const moved = movedRate(
    cases.ages,
    cases.unknown,
    of,
    STANDARDISED_SALTS[standard],
    rule,
    (ages, unknownAge) => ageStandardisedRate(ages, personYears, WEIGHTS[standard], { unknownAge }),
  );
  return moved === null ? null : digits(3, moved);
};

/**
 * Rates of cases.
 * @param cases exact
 * @param of their number with its move
 * @param shown their number as it passed disclosure control; no rates where it is suppressed
 * @param personYears by 18 age groups
 */
export const ratesOf = (
  cases: ByAge,
  of: Counted,
  shown: Disclosed,
  personYears: Float64Array,
  standard: StandardPopulation,
  rule: DisclosureRule,
): RatesAnswer => {
  if (shown.suppressed) return noRates('TOO_FEW');
  const ageKnown = cases.total > cases.unknown;
  return {
    crude: shownRate(shown, sum(personYears)),
    ageStandardised: ageKnown ? standardised(cases, of, personYears, standard, rule) : null,
    absent: null,
  };
};
