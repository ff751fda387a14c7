import { finite, type Numbers, sameLength } from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';

/** Rates by year, as they come. */
export type RateSeries = {
  /** Strictly increasing. */
  readonly years: Numbers;
  /** Above 0, any unit. */
  readonly rates: Numbers;
  /** Standard errors of the rates; without them all years weigh alike. */
  readonly standardErrors?: Numbers;
};

/** Logarithms of the rates on the scale on which every error has the same variance. */
export type WeightedSeries = {
  readonly years: Float64Array;
  readonly logRates: Float64Array;
  /** √w, w = (rate/SE)²: 1/variance of ln(rate) by the delta method, as NCI Joinpoint weighs. */
  readonly rootWeights: Float64Array;
};

/**
 * @throws {BiostatisticsError} `lengths-differ`, `not-finite`, `out-of-range` (a rate or standard
 *   error that is not above 0, years out of order)
 */
export function weightedSeries({ years, rates, standardErrors }: RateSeries): WeightedSeries {
  sameLength({ years, rates, standardErrors });
  finite('years', years);
  for (let index = 1; index < years.length; index++) {
    if (!((years[index] as number) > (years[index - 1] as number))) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'years', index },
        'is not after the year before it; sort the series and merge repeated years',
      );
    }
  }
  aboveZero('rates', rates);
  if (standardErrors !== undefined) aboveZero('standardErrors', standardErrors);
  const each = { length: years.length };
  return {
    years: Float64Array.from(years),
    logRates: Float64Array.from(each, (_, i) => Math.log(rates[i] as number)),
    rootWeights: Float64Array.from(each, (_, i) =>
      standardErrors === undefined ? 1 : (rates[i] as number) / (standardErrors[i] as number),
    ),
  };
}

function aboveZero(argument: string, values: Numbers): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (!(value > 0 && value < Infinity)) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument, index },
        `is ${value}; a log-linear trend needs numbers above 0 (merge years or leave this one out)`,
      );
    }
  }
}
