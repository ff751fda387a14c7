import { BiostatisticsError } from '../errors.ts';

// Dense matrices are Float64Arrays in row order: element (i, j) of an n-column matrix at i·n + j.
// Written for the small systems of regression (tens of unknowns), where a call into a native
// library would cost more than the work.

/**
 * Lower Cholesky factor of a symmetric positive definite matrix (only its lower triangle is read).
 * @param matrix n × n, row order; left as it is
 * @returns L with L·Lᵀ = matrix, upper triangle 0
 * @throws {BiostatisticsError} `singular` when a pivot falls below `tolerance` of its diagonal;
 *   `where.index` names the column that is a combination of the earlier ones
 */
export function cholesky(matrix: Float64Array, n: number, tolerance = 1e-13): Float64Array {
  const factor = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = matrix[i * n + j] as number;
      for (let k = 0; k < j; k++) {
        sum -= (factor[i * n + k] as number) * (factor[j * n + k] as number);
      }
      if (i === j) {
        if (!(sum > tolerance * Math.abs(matrix[j * n + j] as number))) throw singular(j);
        factor[j * n + j] = Math.sqrt(sum);
      } else {
        factor[i * n + j] = sum / (factor[j * n + j] as number);
      }
    }
  }
  return factor;
}

/** Solves L·Lᵀ·x = b. Returns a new x. */
export function choleskySolve(factor: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (factor[i * n + k] as number) * (x[k] as number);
    x[i] = sum / (factor[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (factor[k * n + i] as number) * (x[k] as number);
    x[i] = sum / (factor[i * n + i] as number);
  }
  return x;
}

/** Inverse of L·Lᵀ: the covariance matrix when L factors an information matrix. */
export function choleskyInverse(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    const columnJ = choleskySolve(factor, n, unit);
    for (let i = 0; i < n; i++) inverse[i * n + j] = columnJ[i] as number;
  }
  return inverse;
}

/**
 * Solves A·x = b for a square A by LU with partial pivoting.
 * @throws {BiostatisticsError} `singular`
 */
export function luSolve(matrix: Float64Array, n: number, b: Float64Array): Float64Array {
  const a = Float64Array.from(matrix);
  const x = Float64Array.from(b);
  let scale = 0;
  for (const value of a) scale = Math.max(scale, Math.abs(value));
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) {
      const candidate = Math.abs(a[i * n + column] as number);
      if (candidate > Math.abs(a[pivot * n + column] as number)) pivot = i;
    }
    const top = a[pivot * n + column] as number;
    if (!(Math.abs(top) > 1e-14 * scale)) throw singular(column);
    if (pivot !== column) {
      for (let j = column; j < n; j++) swap(a, pivot * n + j, column * n + j);
      swap(x, pivot, column);
    }
    for (let i = column + 1; i < n; i++) {
      const factor = (a[i * n + column] as number) / top;
      if (factor === 0) continue;
      for (let j = column + 1; j < n; j++) {
        a[i * n + j] = (a[i * n + j] as number) - factor * (a[column * n + j] as number);
      }
      x[i] = (x[i] as number) - factor * (x[column] as number);
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let j = i + 1; j < n; j++) sum -= (a[i * n + j] as number) * (x[j] as number);
    x[i] = sum / (a[i * n + i] as number);
  }
  return x;
}

function swap(values: Float64Array, i: number, j: number): void {
  const retained = values[i] as number;
  values[i] = values[j] as number;
  values[j] = retained;
}

function singular(index: number): BiostatisticsError {
  return new BiostatisticsError(
    'singular',
    { argument: 'matrix', index },
    'this column is (nearly) a combination of the columns before it; drop one of them',
  );
}
