/** Where a Kaplan–Meier curve lies on the drawing: a step function, right-continuous. */
import { ticks } from 'd3-array';

export type CurvePoint = {
  /** Months from diagnosis. */
  months: number;
  /** 0 to 1. */
  survival: number;
  lower: number | null;
  upper: number | null;
};

type Scale = (value: number) => number;
const at = (value: number) => Number(value.toFixed(2));

/** The curve: level from each point to the next, then straight down. */
export function stepPath(points: readonly CurvePoint[], x: Scale, y: Scale): string {
  return points
    .map((p, i) =>
      i === 0
        ? `M${at(x(p.months))},${at(y(p.survival))}`
        : `H${at(x(p.months))}V${at(y(p.survival))}`,
    )
    .join('');
}

/** The area between the limits, as far as both are known from the start on. */
export function bandPath(points: readonly CurvePoint[], x: Scale, y: Scale): string {
  const end = points.findIndex((p) => p.lower === null || p.upper === null);
  const known = end < 0 ? points : points.slice(0, end);
  if (known.length < 2) return '';
  const upper = stepPath(
    known.map((p) => ({ ...p, survival: p.upper as number })),
    x,
    y,
  );
  const lower = (p: CurvePoint) => at(y(p.lower as number));
  const back = known
    .slice(0, -1)
    .toReversed()
    .map((p) => `V${lower(p)}H${at(x(p.months))}`)
    .join('');
  return `${upper}V${lower(known.at(-1) as CurvePoint)}${back}Z`;
}

/** The point that holds at a time; null before the first and after the last. */
export function pointAt(points: readonly CurvePoint[], months: number): CurvePoint | null {
  const last = points.at(-1);
  if (!last || months > last.months) return null;
  return points.findLast((p) => p.months <= months) ?? null;
}

/** Ticks of whole years, as many as leave each `room` px. */
export function monthTicks(months: number, width: number, room: number): number[] {
  const fit = Math.max(1, Math.floor(width / room));
  // d3 comes near the number that it is asked for, from either side: it is asked for fewer until they fit.
  for (let count = fit; ; count--) {
    const years = ticks(0, months / 12, count).filter(Number.isInteger);
    if (((years[1] ?? 0) / (months / 12)) * width >= room || count === 1)
      return years.map((year) => 12 * year);
  }
}
