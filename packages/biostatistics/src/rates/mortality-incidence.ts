import { BiostatisticsError } from '../errors.ts';
import { type RateRatio, rateRatio } from './rate-ratio.ts';

/**
 * Mortality-to-incidence ratio: deaths registered over cases registered in the same place and
 * period (Parkin & Bray, Eur J Cancer 2009;45:756, "completeness"). Exact interval, both counts
 * taken as Poisson. Above 1 it points to cases missed, or to deaths of other years' cases.
 * @throws {BiostatisticsError} `no-events` without any case, `out-of-range`
 */
export function mortalityIncidenceRatio(
  deaths: number,
  cases: number,
  level = 0.95,
): Pick<RateRatio, 'ratio' | 'lower' | 'upper'> {
  if (cases === 0) throw new BiostatisticsError('no-events', 'cases', 'is 0: no ratio exists');
  const result = rateRatio({ cases: deaths, personYears: 1 }, { cases, personYears: 1 }, { level });
  return { ratio: result.ratio, lower: result.lower, upper: result.upper };
}
