/**
 * Adds Σᵢ vᵢ xᵢ of `count` rows to `sums`.
 *
 * @param from the first row of `x`, whose share is the first of `v`
 */
export function addRows(
  sums: Float64Array,
  x: Float64Array,
  v: Float64Array,
  from: number,
  count: number,
): void {
  const columns = sums.length;
  let i = 0;
  let cell = from * columns;
  // Four rows at once: each sum is then read and written a quarter as often.
  for (; i + 3 < count; i += 4, cell += 4 * columns) {
    const one = cell + columns;
    const two = one + columns;
    const three = two + columns;
    const v0 = v[i] as number;
    const v1 = v[i + 1] as number;
    const v2 = v[i + 2] as number;
    const v3 = v[i + 3] as number;
    for (let a = 0; a < columns; a++) {
      sums[a] =
        (sums[a] as number) +
        (v0 * (x[cell + a] as number) + v1 * (x[one + a] as number)) +
        (v2 * (x[two + a] as number) + v3 * (x[three + a] as number));
    }
  }
  for (; i < count; i++, cell += columns) {
    const share = v[i] as number;
    for (let a = 0; a < columns; a++)
      sums[a] = (sums[a] as number) + share * (x[cell + a] as number);
  }
}
