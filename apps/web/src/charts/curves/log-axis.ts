/** An axis of logarithms: on it equal ratios are equally far apart. */

/** Ticks 1, 2 and 5 of each power of ten between two values above 0, and the ends: the values themselves, widened a little. */
export function logAxis(values: readonly number[]): {
  readonly start: number;
  readonly end: number;
  readonly ticks: readonly number[];
} {
  const above = values.filter((value) => value > 0);
  const [least, most] = above.length === 0 ? [1, 10] : [Math.min(...above), Math.max(...above)];
  const [start, end] = [least / 1.15, most * 1.15];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(start)); power <= Math.ceil(Math.log10(end)); power++)
    for (const step of [1, 2, 5]) {
      const tick = Number((step * 10 ** power).toPrecision(3));
      if (tick >= start && tick <= end) ticks.push(tick);
    }
  // Of many powers their own ticks are enough.
  const powers = ticks.filter((tick) => Number.isInteger(Math.log10(tick)));
  return { start, end, ticks: ticks.length > 7 && powers.length >= 2 ? powers : ticks };
}
