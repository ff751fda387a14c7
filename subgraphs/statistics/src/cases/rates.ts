import { ageStandardisedRate, crudeRate, standardWeights } from '@nodp/biostatistics';
import type { Disclosed } from '@nodp/disclosure';
import type { StandardPopulation } from '../generated/resolvers.ts';
import type { ByAge } from './cells.ts';

/** Per 100,000 person-years, with its 95% interval. */
export interface RateAnswer {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface RatesAnswer {
  readonly crude: RateAnswer | null;
  readonly ageStandardised: RateAnswer | null;
}

export const NO_RATES: RatesAnswer = { crude: null, ageStandardised: null };

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
  shown.value === null ? null : digits(4, crudeRate(shown.value, personYears));

/**
 * Rates of cases.
 * @param cases exact
 * @param shown their number as it passed disclosure control; no rates where it is suppressed
 * @param personYears by 18 age groups
 */
export const ratesOf = (
  cases: ByAge,
  shown: Disclosed,
  personYears: Float64Array,
  standard: StandardPopulation,
): RatesAnswer => {
  if (shown.value === null) return NO_RATES;
  const ageKnown = cases.total > cases.unknown;
  // Ages keep their shares and add up to the count as shown: where all are of one age, the weight and the
  // population are known, and an exact rate would tell the exact count.
  const share = shown.value / cases.total;
  return {
    crude: shownRate(shown, sum(personYears)),
    ageStandardised: ageKnown
      ? digits(
          3,
          ageStandardisedRate(
            cases.ages.map((n) => n * share),
            personYears,
            WEIGHTS[standard],
            { unknownAge: cases.unknown * share },
          ),
        )
      : null,
  };
};
