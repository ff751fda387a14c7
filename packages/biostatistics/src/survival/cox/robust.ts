import type { Numbers } from '../../checks.ts';
import { checkCodes } from '../data/input.ts';
import type { CoxDesign } from './design.ts';
import type { CoxModel } from './model.ts';
import { scaledScoreResiduals } from './residuals.ts';

/**
 * Sandwich covariance Σ_c D_c D_cᵀ, D_c = Σ_{i∈c} wᵢ Lᵢ V with score residuals L and inverse
 * information V (Lin & Wei 1989, eq. 2.6; clusters: Lee, Wei & Amato 1992). Without clusters each
 * row is its own. On the scaled columns.
 */
export function robustCovariance(
  design: CoxDesign,
  eta: Float64Array,
  covariance: Float64Array,
  cluster: Numbers | undefined,
): Float64Array {
  const { columns, people } = design;
  const influence = scaledDfbeta(design, eta, covariance);
  const codes = cluster === undefined ? undefined : checkCodes('cluster', cluster, people.n);
  const sums = codes === undefined ? influence : new Float64Array(codes.count * columns);
  if (codes !== undefined) {
    for (let p = 0; p < people.n; p++) {
      const c = codes.of[people.row[p] as number] as number;
      for (let a = 0; a < columns; a++) {
        sums[c * columns + a] =
          (sums[c * columns + a] as number) + (influence[p * columns + a] as number);
      }
    }
  }
  const result = new Float64Array(columns * columns);
  for (let at = 0; at < sums.length; at += columns) {
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < columns; b++) {
        result[a * columns + b] =
          (result[a * columns + b] as number) + (sums[at + a] as number) * (sums[at + b] as number);
      }
    }
  }
  return result;
}

/** wᵢ Lᵢ V by position, n × p: how much each row moved β̂. */
function scaledDfbeta(
  design: CoxDesign,
  eta: Float64Array,
  covariance: Float64Array,
): Float64Array {
  const { columns, people } = design;
  const residuals = scaledScoreResiduals(design, eta);
  const row = new Float64Array(columns);
  for (let p = 0; p < people.n; p++) {
    const w = people.weight === undefined ? 1 : (people.weight[p] as number);
    const at = p * columns;
    for (let a = 0; a < columns; a++) {
      let value = 0;
      for (let b = 0; b < columns; b++) {
        value += (residuals[at + b] as number) * (covariance[b * columns + a] as number);
      }
      row[a] = w * value;
    }
    residuals.set(row, at);
  }
  return residuals;
}

/**
 * dfbeta residuals: the approximate change of each coefficient if a row were left out, n × p by
 * rows in the caller's order.
 */
export function dfbeta(model: CoxModel): Float64Array {
  const { design, eta, modelCovariance } = model;
  const { columns, scale, people } = design;
  const scaled = modelCovariance.map(
    (v, at) => v * (scale[Math.floor(at / columns)] as number) * (scale[at % columns] as number),
  );
  const byPosition = scaledDfbeta(design, eta, scaled);
  const result = new Float64Array(byPosition.length);
  for (let p = 0; p < people.n; p++) {
    const row = people.row[p] as number;
    for (let a = 0; a < columns; a++) {
      result[row * columns + a] = (byPosition[p * columns + a] as number) / (scale[a] as number);
    }
  }
  return result;
}
