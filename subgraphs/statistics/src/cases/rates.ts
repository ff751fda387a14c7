import { ageStandardisedRate, crudeRate, standardWeights } from '@nodp/biostatistics';
import {
  type Counted,
  type Disclosed,
  type DisclosureRule,
  movedTogether,
  ofShown,
} from '@nodp/disclosure';
import type { StandardPopulation } from '../generated/resolvers.ts';
import type { NotCovered } from '../registration/coverage.ts';
import type { ByAge } from './cells.ts';

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

const WEIGHTS: Readonly<Record<StandardPopulation, Float64Array>> = {
  SEGI: standardWeights('segi'),
  WHO2000: standardWeights('who2000'),
  CHINA2000: standardWeights('china2000'),
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
const SALTS: Readonly<Record<StandardPopulation, readonly [estimate: number, width: number]>> = {
  SEGI: [1, 2],
  WHO2000: [3, 4],
  CHINA2000: [5, 6],
};

/**
 * Age-standardised rate of the exact cases, moved in proportion by the noise of a count, another for each standard: rates
 * under three standards are no equations for the cases by age. The width of the interval is moved by itself for the same reason.
 */
const standardised = (
  cases: ByAge,
  of: Counted,
  personYears: Float64Array,
  standard: StandardPopulation,
  rule: DisclosureRule,
): RateAnswer | null => {
  const rate = (salt: number) => {
    const moved = movedTogether(Float64Array.of(...cases.ages, cases.unknown), of, salt, rule);
    return ageStandardisedRate(moved.subarray(0, -1), personYears, WEIGHTS[standard], {
      unknownAge: moved.at(-1) as number,
    });
  };
  const [ofEstimate, ofWidth] = SALTS[standard];
  const { estimate } = rate(ofEstimate);
  const wide = rate(ofWidth);
  if (!(estimate > 0 && wide.estimate > 0)) return null;
  return digits(3, {
    estimate,
    lower: (wide.lower / wide.estimate) * estimate,
    upper: (wide.upper / wide.estimate) * estimate,
  });
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
