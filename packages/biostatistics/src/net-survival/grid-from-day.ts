/** The first point of a grid, ascending in days, at or after each whole day. */
export function gridFromDay(grid: Float64Array): Int32Array {
  const days = Math.floor(grid[grid.length - 1] as number) + 2;
  const first = new Int32Array(days);
  let point = 0;
  for (let day = 0; day < days; day++) {
    while (point < grid.length && (grid[point] as number) < day) point++;
    first[day] = point;
  }
  return first;
}
