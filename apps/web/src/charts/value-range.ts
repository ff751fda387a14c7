/** The range of an axis of values. */

/** The values' range with a margin, and those reference limits that lie near enough to matter. */
export function rangeWith(
  min: number,
  max: number,
  low: number | null,
  high: number | null,
): [number, number] {
  const near = (limit: number | null): number[] =>
    limit !== null && limit <= max * 3 + 1 && limit >= 0 ? [limit] : [];
  const all = [min, max, ...near(low), ...near(high)].filter(Number.isFinite);
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const margin = (to - from || Math.abs(to) || 1) * 0.1;
  return [from >= 0 ? Math.max(0, from - margin) : from - margin, to + margin];
}
