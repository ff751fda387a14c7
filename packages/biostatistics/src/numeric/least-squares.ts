import { BiostatisticsError } from '../errors.ts';

/** A weighted least squares fit. */
export type LeastSquaresFit = {
  /** One for each column; NaN where the column was dropped as a combination of earlier ones. */
  readonly coefficients: Float64Array;
  /** (XᵀWX)⁻¹, columns × columns in row order; NaN rows and columns where dropped. */
  readonly unscaledCovariance: Float64Array;
  readonly fitted: Float64Array;
  /** Σ w (y − fitted)². */
  readonly residualSumOfSquares: number;
  readonly rank: number;
};

export type LeastSquaresOptions = {
  readonly weights?: ArrayLike<number>;
  /** What to do with a column that depends on earlier ones: refuse (default) or drop, as R's lm. */
  readonly dependent?: 'refuse' | 'drop';
};

/**
 * Weighted linear regression by Householder QR of W^½X, columns taken in their order, as R's `lm`.
 *
 * @param design rows × columns, row order
 * @throws {BiostatisticsError} `too-few` rows, `singular` (index: the column at fault)
 */
export function leastSquares(
  design: Float64Array,
  columns: number,
  response: ArrayLike<number>,
  { weights, dependent = 'refuse' }: LeastSquaresOptions = {},
): LeastSquaresFit {
  const rows = response.length;
  if (design.length !== rows * columns) {
    throw new BiostatisticsError('lengths-differ', 'design', `is not ${rows} × ${columns}`);
  }
  // Column order here: reflections run down columns.
  const q = new Float64Array(design.length);
  const y = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const root = weights === undefined ? 1 : Math.sqrt(weights[i] as number);
    y[i] = root * (response[i] as number);
    for (let j = 0; j < columns; j++) q[j * rows + i] = root * (design[i * columns + j] as number);
  }
  const retained: number[] = [];
  const diagonal: number[] = [];
  for (let j = 0; j < columns; j++) {
    const rank = retained.length;
    const at = j * rows;
    const whole = norm(q, at, at + rows);
    const rest = rank < rows ? norm(q, at + rank, at + rows) : 0;
    if (!(rest > 1e-10 * whole)) {
      if (dependent === 'drop') continue;
      if (rank >= rows) {
        throw new BiostatisticsError('too-few', 'response', `${rows} rows for ${columns} columns`);
      }
      throw new BiostatisticsError(
        'singular',
        { argument: 'design', index: j },
        'this column is a combination of the columns before it; drop one of them',
      );
    }
    const alpha = (q[at + rank] as number) > 0 ? -rest : rest;
    q[at + rank] = (q[at + rank] as number) - alpha;
    // The reflector's squared length, by the identity |v|² = 2·rest·(rest + |first|).
    const half = -alpha * (q[at + rank] as number);
    for (let other = j + 1; other < columns; other++)
      reflect(q, at, rank, q, other * rows, half, rows);
    reflect(q, at, rank, y, 0, half, rows);
    retained.push(j);
    diagonal.push(alpha);
  }
  return solution(q, y, retained, diagonal, design, columns, response, weights);
}

function norm(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (values[i] as number) ** 2;
  return Math.sqrt(sum);
}

function reflect(
  q: Float64Array,
  at: number,
  from: number,
  target: Float64Array,
  targetAt: number,
  half: number,
  rows: number,
): void {
  let dot = 0;
  for (let i = from; i < rows; i++) dot += (q[at + i] as number) * (target[targetAt + i] as number);
  const factor = dot / half;
  for (let i = from; i < rows; i++) {
    target[targetAt + i] = (target[targetAt + i] as number) - factor * (q[at + i] as number);
  }
}

function solution(
  q: Float64Array,
  y: Float64Array,
  retained: readonly number[],
  diagonal: readonly number[],
  design: Float64Array,
  columns: number,
  response: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
): LeastSquaresFit {
  const rows = response.length;
  const rank = retained.length;
  const r = (i: number, k: number) =>
    i === k ? (diagonal[i] as number) : (q[(retained[k] as number) * rows + i] as number);
  const coefficients = new Float64Array(columns).fill(Number.NaN);
  const beta = new Float64Array(rank);
  for (let i = rank - 1; i >= 0; i--) {
    let sum = y[i] as number;
    for (let k = i + 1; k < rank; k++) sum -= r(i, k) * (beta[k] as number);
    beta[i] = sum / r(i, i);
    coefficients[retained[i] as number] = beta[i] as number;
  }
  const inverse = new Float64Array(rank * rank);
  for (let k = 0; k < rank; k++) {
    inverse[k * rank + k] = 1 / r(k, k);
    for (let i = k - 1; i >= 0; i--) {
      let sum = 0;
      for (let l = i + 1; l <= k; l++) sum -= r(i, l) * (inverse[l * rank + k] as number);
      inverse[i * rank + k] = sum / r(i, i);
    }
  }
  const unscaledCovariance = new Float64Array(columns * columns).fill(Number.NaN);
  for (let i = 0; i < rank; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < rank; k++) {
        sum += (inverse[i * rank + k] as number) * (inverse[j * rank + k] as number);
      }
      unscaledCovariance[(retained[i] as number) * columns + (retained[j] as number)] = sum;
      unscaledCovariance[(retained[j] as number) * columns + (retained[i] as number)] = sum;
    }
  }
  const fitted = new Float64Array(rows);
  let residualSumOfSquares = 0;
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let k = 0; k < rank; k++) {
      sum += (beta[k] as number) * (design[i * columns + (retained[k] as number)] as number);
    }
    fitted[i] = sum;
    const weight = weights === undefined ? 1 : (weights[i] as number);
    residualSumOfSquares += weight * ((response[i] as number) - sum) ** 2;
  }
  return { coefficients, unscaledCovariance, fitted, residualSumOfSquares, rank };
}
