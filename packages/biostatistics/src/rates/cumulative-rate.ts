import { type Numbers, nonNegative, sameLength } from '../checks.ts';
import { type AgeGroups, groupSpan, unknownAgeFactor } from './age-groups.ts';
import { type Estimate, scaled } from './interval.ts';
import { type WeightedRateOptions, weightedRate } from './weighted-rate.ts';

export type CumulativeOptions = WeightedRateOptions & {
  /** From this age up to, not including, that; 0–74 ([0, 75]) unless told. */
  readonly span?: readonly [number, number];
  readonly unknownAge?: number;
  /** 100 (per cent) unless told. */
  readonly per?: number;
};

/**
 * Cumulative rate Σ tᵢ·xᵢ/nᵢ, tᵢ the years in age group i (Day, in CI5 IV, 1982; Boyle & Parkin
 * 1991, ch. 11, eq. 11.13), and cumulative risk 1 − exp(−cumulative rate): what befalls someone
 * who lives through those ages if no other cause of death stood in the way.
 *
 * @param groups first year of each age group; the span may not reach into the open group
 * @returns both per cent, the risk's standard error by the delta method, its limits by transforming
 * @throws {BiostatisticsError} `lengths-differ`, `zero-person-years`, `out-of-range` span
 */
export function cumulativeRate(
  cases: Numbers,
  personYears: Numbers,
  groups: AgeGroups,
  { span = [0, 75], unknownAge = 0, per = 100, ...options }: CumulativeOptions = {},
): { readonly rate: Estimate; readonly risk: Estimate } {
  sameLength({ groups, cases, personYears });
  nonNegative('cases', cases);
  const [first, end] = groupSpan(groups, span[0], span[1]);
  const factor = unknownAgeFactor(cases, unknownAge);
  const years: number[] = [];
  for (let group = first; group < end; group++) {
    years.push(((groups[group + 1] as number) - (groups[group] as number)) * factor);
  }
  const rate = weightedRate(
    Array.prototype.slice.call(cases, first, end) as number[],
    Array.prototype.slice.call(personYears, first, end) as number[],
    years,
    options,
  );
  const risk = {
    estimate: -Math.expm1(-rate.estimate),
    standardError: Math.exp(-rate.estimate) * rate.standardError,
    lower: -Math.expm1(-rate.lower),
    upper: -Math.expm1(-rate.upper),
  };
  return { rate: scaled(rate, per), risk: scaled(risk, per) };
}
