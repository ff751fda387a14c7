/**
 * Symmetric non-negative matrices of a handful of columns (information, covariance): L D Lᵀ with
 * columns that depend on earlier ones found and set aside, which a plain Cholesky refuses.
 */
export interface Factored {
  readonly size: number;
  /** Unit lower triangle L, by rows; a dependent column is zero. */
  readonly lower: Float64Array;
  /** D; 0 for a dependent column. */
  readonly diagonal: Float64Array;
  /** Columns that are a linear combination of earlier ones, within the tolerance. */
  readonly dependent: readonly number[];
}

/** A pivot below this share of its column's own diagonal is taken for dependence. */
const TOLERANCE = Number.EPSILON ** 0.75;

/**
 * @param matrix size × size by rows; the lower triangle is read
 * @param floor a pivot not above it is taken for dependence too
 */
export function factor(
  matrix: Float64Array,
  size: number,
  tolerance = TOLERANCE,
  floor = 0,
): Factored {
  const lower = new Float64Array(size * size);
  const diagonal = new Float64Array(size);
  const dependent: number[] = [];
  for (let j = 0; j < size; j++) {
    const own = matrix[j * size + j] as number;
    let pivot = own;
    for (let k = 0; k < j; k++)
      pivot -= (lower[j * size + k] as number) ** 2 * (diagonal[k] as number);
    lower[j * size + j] = 1;
    if (!(pivot > Math.max(floor, tolerance * own))) {
      dependent.push(j);
      continue;
    }
    diagonal[j] = pivot;
    for (let i = j + 1; i < size; i++) {
      let value = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) {
        value -=
          (lower[i * size + k] as number) *
          (lower[j * size + k] as number) *
          (diagonal[k] as number);
      }
      lower[i * size + j] = value / pivot;
    }
  }
  return { size, lower, diagonal, dependent };
}

/** x with A x = b; 0 in dependent columns (a generalised inverse). */
export function solve({ size, lower, diagonal }: Factored, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++)
      x[i] = (x[i] as number) - (lower[i * size + k] as number) * (x[k] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    const d = diagonal[i] as number;
    x[i] = d === 0 ? 0 : (x[i] as number) / d;
    for (let k = i + 1; k < size; k++)
      x[i] = (x[i] as number) - (d === 0 ? 0 : (lower[k * size + i] as number) * (x[k] as number));
  }
  return x;
}

/** A⁻¹ by rows; dependent rows and columns are zero. */
export function inverse(factored: Factored): Float64Array {
  const { size } = factored;
  const result = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    unit.fill(0);
    if (factored.diagonal[j] === 0) continue;
    unit[j] = 1;
    const column = solve(factored, unit);
    for (let i = 0; i < size; i++) result[i * size + j] = column[i] as number;
  }
  return result;
}

/** bᵀ A⁻ b and the rank of A. */
export function quadraticForm(
  b: Float64Array,
  matrix: Float64Array,
): { value: number; rank: number } {
  const factored = factor(matrix, b.length);
  const x = solve(factored, b);
  let value = 0;
  for (let i = 0; i < b.length; i++) value += (b[i] as number) * (x[i] as number);
  return { value: Math.max(0, value), rank: b.length - factored.dependent.length };
}
