/** Rows summed by themselves before they are added to the whole, so that rounding does not grow with n. */
const CHUNK = 4096;

/** Rows that `add` holds back, to sum them together. */
const HELD = 256;

/** Σᵢ vᵢ xᵢ xᵢᵀ, as it grows. */
export interface ProductSums {
  /** One row, which begins at `from` of `values`. */
  add(values: Float64Array, from: number, v: number): void;
  /** A matrix by rows. */
  addAll(x: Float64Array, v: Float64Array): ProductSums;
  /** The lower triangle, columns × columns by rows. */
  total(): Float64Array;
}

export function productSums(columns: number): ProductSums {
  const whole = new Float64Array(columns * columns);
  const part = new Float64Array((columns * (columns + 1)) / 2);
  const rows = new Float64Array(HELD * columns);
  const weights = new Float64Array(HELD);
  let held = 0;
  const sum = (x: Float64Array, v: Float64Array, from: number, to: number) => {
    addProducts(part, x, v, columns, from, to);
    for (let a = 0, k = 0; a < columns; a++) {
      for (let b = 0; b <= a; b++, k++) {
        const at = a * columns + b;
        whole[at] = (whole[at] as number) + (part[k] as number);
        part[k] = 0;
      }
    }
  };
  const sums: ProductSums = {
    add: (values, from, v) => {
      const cell = held * columns;
      for (let a = 0; a < columns; a++) rows[cell + a] = values[from + a] as number;
      weights[held++] = v;
      if (held < HELD) return;
      sum(rows, weights, 0, held);
      held = 0;
    },
    addAll: (x, v) => {
      for (let from = 0; from < v.length; from += CHUNK)
        sum(x, v, from, Math.min(from + CHUNK, v.length));
      return sums;
    },
    total: () => {
      sum(rows, weights, 0, held);
      held = 0;
      return whole;
    },
  };
  return sums;
}

/** Adds vᵢ xᵢ xᵢᵀ of rows [from, to), lower triangle packed. */
function addProducts(
  part: Float64Array,
  x: Float64Array,
  v: Float64Array,
  columns: number,
  from: number,
  to: number,
): void {
  let p = from;
  let cell = from * columns;
  // Four rows at once: each sum is then read and written a quarter as often.
  for (; p + 3 < to; p += 4, cell += 4 * columns) {
    const one = cell + columns;
    const two = one + columns;
    const three = two + columns;
    const v0 = v[p] as number;
    const v1 = v[p + 1] as number;
    const v2 = v[p + 2] as number;
    const v3 = v[p + 3] as number;
    for (let a = 0, k = 0; a < columns; a++) {
      const x0 = v0 * (x[cell + a] as number);
      const x1 = v1 * (x[one + a] as number);
      const x2 = v2 * (x[two + a] as number);
      const x3 = v3 * (x[three + a] as number);
      for (let b = 0; b <= a; b++, k++) {
        part[k] =
          (part[k] as number) +
          (x0 * (x[cell + b] as number) + x1 * (x[one + b] as number)) +
          (x2 * (x[two + b] as number) + x3 * (x[three + b] as number));
      }
    }
  }
  for (; p < to; p++, cell += columns) {
    const w = v[p] as number;
    for (let a = 0, k = 0; a < columns; a++) {
      const wx = w * (x[cell + a] as number);
      for (let b = 0; b <= a; b++, k++) {
        part[k] = (part[k] as number) + wx * (x[cell + b] as number);
      }
    }
  }
}
