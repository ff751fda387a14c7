import { leastSquares } from '../../numeric/index.ts';
import type { SegmentFit } from './segments.ts';
import type { WeightedSeries } from './series.ts';

/** Smaller is better; `weight` is the share of BIC3 in the weighted criterion. */
export type InformationCriteria = {
  readonly bic: number;
  readonly bic3: number;
  readonly weight: number;
  readonly weightedBic: number;
};

/**
 * Schwarz criteria of a fit with k joins (NCI Joinpoint's model selection):
 * ln(SSE/n) + c·ln(n)/n with c = 2k + 2 for BIC, 3k + 2 for BIC3, and (2 + R²)k + 2 for the
 * weighted BIC (Kim et al., J Appl Stat 2023;50:1992), R² the largest partial R² of a change of
 * slope within its two neighbouring segments.
 */
export function informationCriteria(series: WeightedSeries, fit: SegmentFit): InformationCriteria {
  const n = series.years.length;
  const joins = fit.joins.length;
  const error = Math.log(fit.residualSumOfSquares / n);
  const penalty = (coefficient: number) => (coefficient * Math.log(n)) / n;
  let weight = 0;
  for (let join = 0; join < joins; join++) {
    weight = Math.max(weight, partialRSquare(series, fit, join));
  }
  return {
    bic: error + penalty(2 * joins + 2),
    bic3: error + penalty(3 * joins + 2),
    weight,
    weightedBic: error + penalty((2 + weight) * joins + 2),
  };
}

/** Share of the residuals about one line through both neighbouring segments that the join explains. */
function partialRSquare(series: WeightedSeries, fit: SegmentFit, join: number): number {
  const { years, logRates, rootWeights } = series;
  const from = fit.breaks[join] as number;
  const tau = fit.breaks[join + 1] as number;
  const to = fit.breaks[join + 2] as number;
  const rows: number[] = [];
  for (let i = 0; i < years.length; i++) {
    const year = years[i] as number;
    // Each year belongs to the segment that ends on it; the first year to the first segment.
    if ((year > from || (join === 0 && year === from)) && year <= to) rows.push(i);
  }
  const weights = rows.map((i) => (rootWeights[i] as number) ** 2);
  const response = rows.map((i) => logRates[i] as number);
  const residual = (withJoin: boolean) => {
    const columns = withJoin ? 3 : 2;
    const design = new Float64Array(rows.length * columns);
    for (const [row, i] of rows.entries()) {
      const year = years[i] as number;
      const line = [1, year - from];
      design.set(withJoin ? [...line, Math.max(0, year - tau)] : line, row * columns);
    }
    return leastSquares(design, columns, response, { weights, dependent: 'drop' })
      .residualSumOfSquares;
  };
  const line = residual(false);
  return line > 0 ? 1 - residual(true) / line : 0;
}
