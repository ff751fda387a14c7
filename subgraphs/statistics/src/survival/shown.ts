import type { DisclosedPoint } from '@nodp/disclosure';
import type { Cell } from '../measures/measure.ts';
import { noFigure } from '../measures/measure.ts';

const Z = 1.959963984540054;

/** A survival with its uncertainty, as it is shown. */
export interface ShownSurvival {
  readonly survival: number;
  /** Variance of its logarithm; null where no interval exists. */
  readonly logVariance: number | null;
  /** Persons still at risk, as shown. */
  readonly atRisk: number;
}

/** A curve as shown at a year after diagnosis; null where too few are left. */
const at = (curve: readonly DisclosedPoint[], years: number): ShownSurvival | null => {
  const point = curve.find(({ time }) => time === 12 * years);
  if (point === undefined) return null;
  const { survival, lower, atRisk } = point;
  // The width below: the upper limit of a probability ends at 1.
  const known = lower !== null && lower > 0 && lower < survival;
  return {
    survival,
    logVariance: known ? (Math.log(survival / lower) / Z) ** 2 : null,
    atRisk,
  };
};

/**
 * Survival of those who lived some years already: S(given + years) / S(given). The logarithm's variance is that between the two
 * (Janssen-Heijnen et al. 2007).
 */
export const conditional = (
  curve: readonly DisclosedPoint[],
  given: number,
  years: number,
): ShownSurvival | null => {
  const end = at(curve, given + years);
  if (given === 0 || end === null) return end;
  const start = at(curve, given);
  if (start === null || !(start.survival > 0)) return null;
  const variance = (end.logVariance ?? 0) - (start.logVariance ?? 0);
  return {
    survival: end.survival / start.survival,
    logVariance: end.logVariance !== null && variance > 0 ? variance : null,
    atRisk: end.atRisk,
  };
};

/** Σ of weights times survival of age groups; null where one of them has too few left (Corazziari et al. 2004). */
export const standardised = (
  groups: readonly (ShownSurvival | null)[],
  weights: ArrayLike<number>,
): ShownSurvival | null => {
  let [survival, variance, atRisk, known] = [0, 0, 0, false];
  for (const [i, group] of groups.entries()) {
    if (group === null) return null;
    const weight = weights[i] as number;
    survival += weight * group.survival;
    if (group.logVariance !== null) {
      variance += (weight * group.survival) ** 2 * group.logVariance;
      known = true;
    }
    atRisk += group.atRisk;
  }
  return {
    survival,
    logVariance: known && survival > 0 ? variance / survival ** 2 : null,
    atRisk,
  };
};

/** Percent to a tenth. */
const percent = (share: number): number => Number((100 * share).toFixed(1));

/**
 * A figure in percent with its 95% interval (log).
 * @param most the greatest value: 1 of a probability, none of relative and net survival
 */
export const cellOf = (
  shown: ShownSurvival | null,
  followed: number | null,
  most: number | null,
): Cell => {
  if (shown === null) return { ...noFigure('TOO_FEW'), denominator: followed };
  const { survival, logVariance, atRisk } = shown;
  const width = logVariance === null ? null : Math.exp(Z * Math.sqrt(logVariance));
  const upper = width === null ? null : survival * width;
  return {
    state: 'SHOWN',
    value: percent(survival),
    lower: width === null ? null : percent(survival / width),
    upper: upper === null ? null : percent(most === null ? upper : Math.min(most, upper)),
    numerator: atRisk,
    denominator: followed,
  };
};
