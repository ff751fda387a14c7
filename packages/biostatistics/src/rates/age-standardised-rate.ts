import type { Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { type AgeGroups, closeOpenGroup, groupSpan, unknownAgeFactor } from './age-groups.ts';
import type { Estimate } from './interval.ts';
import { type WeightedRateOptions, weightedRate } from './weighted-rate.ts';

export type AgeStandardisedOptions = WeightedRateOptions & {
  /** Person-years the rate is said per; 100,000 unless told. */
  readonly per?: number;
  /** Cases whose age is not known; spread over the known ages in proportion. */
  readonly unknownAge?: number;
};

/**
 * Directly age-standardised rate Σ wᵢ·xᵢ/nᵢ / Σ wᵢ (Boyle & Parkin 1991, ch. 11, eqs. 11.3 and
 * 11.6 for the variance). Last groups without person-years join the open group with their cases
 * and weights (see closeOpenGroup); cases of unknown age raise the rate by total/known.
 *
 * @param cases by age group
 * @param personYears by age group
 * @param weights by age group, any scale (see standardWeights)
 * @returns per `per` person-years; standard error from the Poisson variance
 * @throws {BiostatisticsError} `lengths-differ`, `negative-value`, `not-finite`,
 *   `zero-person-years` (in a group below the open one), `out-of-range` (weights add up to 0)
 */
export function ageStandardisedRate(
  cases: Numbers,
  personYears: Numbers,
  weights: Numbers,
  { per = 100_000, unknownAge = 0, ...options }: AgeStandardisedOptions = {},
): Estimate {
  const table = closeOpenGroup(cases, personYears, weights);
  let total = 0;
  for (const weight of table.weights) total += weight;
  if (!(total > 0)) {
    throw new BiostatisticsError('out-of-range', 'weights', 'add up to 0; give at least one');
  }
  const factor = (per * unknownAgeFactor(table.cases, unknownAge)) / total;
  const coefficients = table.weights.map((weight) => weight * factor);
  return weightedRate(table.cases, table.personYears, coefficients, options);
}

/**
 * Truncated age-standardised rate, ages 35–64 unless told (Boyle & Parkin 1991, ch. 11): the
 * standardised rate of those groups alone, under their own share of the weights.
 * @param span from this age up to, not including, that
 * @throws {BiostatisticsError} as ageStandardisedRate; `out-of-range` when the span cuts a group
 */
export function truncatedRate(
  cases: Numbers,
  personYears: Numbers,
  weights: Numbers,
  groups: AgeGroups,
  {
    span = [35, 65],
    unknownAge = 0,
    per = 100_000,
    ...options
  }: AgeStandardisedOptions & { readonly span?: readonly [number, number] } = {},
): Estimate {
  const [first, end] = groupSpan(groups, span[0], span[1]);
  const within = (values: Numbers) => Array.prototype.slice.call(values, first, end) as number[];
  // Unknown ages may lie outside the span, so the factor comes from all ages.
  return ageStandardisedRate(within(cases), within(personYears), within(weights), {
    ...options,
    per: per * unknownAgeFactor(cases, unknownAge),
  });
}
