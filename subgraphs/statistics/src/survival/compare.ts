import { chiSquareUpper } from '@nodp/biostatistics';
import type { Label } from '@nodp/graph';
import type { ShownSurvival } from './shown.ts';

export interface SurvivalComparison {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Groups that had a figure. */
  readonly groups: number;
}

/**
 * Whether survival at a fixed time is the same in groups: Σ (xᵢ − x̄)² / vᵢ of x = log S, x̄ weighed by 1/v (Klein, Logan,
 * Harhoff and Andersen 2007, Stat Med 26:4505, the logarithmic transformation). Worked out from the figures as they are shown,
 * so that it tells no more than they. Null where fewer than two groups have an interval.
 */
export const compareAt = (groups: readonly (ShownSurvival | null)[]): SurvivalComparison | null => {
  const known = groups.flatMap((group) =>
    group !== null && group.survival > 0 && group.logVariance !== null
      ? [{ x: Math.log(group.survival), v: group.logVariance }]
      : [],
  );
  if (known.length < 2) return null;
  const weight = known.reduce((sum, { v }) => sum + 1 / v, 0);
  const mean = known.reduce((sum, { x, v }) => sum + x / v, 0) / weight;
  const statistic = known.reduce((sum, { x, v }) => sum + (x - mean) ** 2 / v, 0);
  const degreesOfFreedom = known.length - 1;
  return {
    statistic: Number(statistic.toPrecision(4)),
    degreesOfFreedom,
    pValue: Number(chiSquareUpper(statistic, degreesOfFreedom).toPrecision(3)),
    groups: known.length,
  };
};

const p = (value: number): string => (value < 0.001 ? 'p < 0.001' : `p = ${value}`);

/** What the test found, in words. */
export const comparisonNote = (test: SurvivalComparison, years: number): Label => ({
  en: `Whether the ${test.groups} groups differ ${years === 1 ? '1 year' : `${years} years`} after diagnosis: χ² = ${test.statistic}, ${test.degreesOfFreedom} d.f., ${p(test.pValue)} (Klein et al. 2007, of the figures as shown).`,
  zh: `诊断后${years}年${test.groups}组是否有差异：χ² = ${test.statistic}，自由度${test.degreesOfFreedom}，${p(test.pValue)}（Klein等，2007，基于所显示的数值）。`,
});
