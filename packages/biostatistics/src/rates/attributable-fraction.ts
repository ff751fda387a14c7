import { BiostatisticsError } from '../errors.ts';

/**
 * Population attributable fraction: the share of cases that would not come if nobody were exposed,
 * p·(RR − 1) / (1 + p·(RR − 1)) (Levin, Acta Unio Int Contra Cancrum 1953;9:531–541). It holds where the relative risk is
 * not confounded: of an adjusted one it is an approximation (Rockhill, Newman & Weinberg, Am J Public Health 1998;88:15–19).
 * Below 0 where the exposure protects.
 * @param prevalence share of the population that is exposed, 0 to 1
 * @param relativeRisk of the exposed, above 0
 * @throws {BiostatisticsError} `out-of-range`
 */
export function attributableFraction(prevalence: number, relativeRisk: number): number {
  if (!(prevalence >= 0 && prevalence <= 1))
    throw new BiostatisticsError('out-of-range', 'prevalence', `is ${prevalence}; give 0 to 1`);
  if (!(relativeRisk > 0 && Number.isFinite(relativeRisk)))
    throw new BiostatisticsError(
      'out-of-range',
      'relativeRisk',
      `is ${relativeRisk}; give a number above 0`,
    );
  const excess = prevalence * (relativeRisk - 1);
  return excess / (1 + excess);
}
