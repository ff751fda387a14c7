import type { Counted } from './counted.ts';
import { type CurvePoint, type DisclosedPoint, discloseCurve } from './curve.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';

/** A curve of relative or net survival at some time, exact, beside the observed survival of the same persons. */
export interface RelativeCurvePoint extends CurvePoint {
  /** Relative or net survival over observed survival. */
  readonly ratio: number;
  /** Variance of the logarithm of relative or net survival over that of observed survival. */
  readonly varianceRatio: number;
}

/** Shares are told to the thousandth, the ratio of variances to the tenth: one person more does not move them. */
const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/**
 * A curve of relative or net survival as it may leave: the observed curve as it may leave, with moves of its own, over what
 * would have been expected of the same persons. So it has steps of the minimum cell of deaths, and ends where fewer than
 * that are at risk. Unlike the observed curve it can rise and exceed 1. It has no limits before the first step.
 *
 * @param points by time, ascending
 * @param name of the figure: observed and net survival divided by each other then tell nothing of those expected
 */
export const discloseRelativeCurve = (
  of: Counted,
  points: readonly RelativeCurvePoint[],
  rule: DisclosureRule = defaultRule,
  name = 1,
): readonly DisclosedPoint[] =>
  discloseCurve(of, points, rule, name).map((point, i) => {
    const { ratio, varianceRatio } = points[i] as RelativeCurvePoint;
    const survival = rounded(point.survival * ratio, 3);
    const limits = () => {
      if (point.lower === null || point.survival === 0 || point.survival === 1)
        return { lower: null, upper: null };
      const observed = Math.log(point.survival / point.lower);
      const width = Math.exp(observed * Math.sqrt(rounded(varianceRatio, 1)));
      return { lower: rounded(survival / width, 3), upper: rounded(survival * width, 3) };
    };
    return { ...point, survival, ...limits() };
  });
