/** Classes of a choropleth. */

/** How many classes a map has; the themes have as many colours. */
export const classes = 5;

/** Lower bounds of the classes after the first, rising; and what the values lie between. */
export type Scale = { least: number; most: number; bounds: number[] };

/**
 * Classes of about equally many values (quantiles), their bounds rounded to two significant digits so
 * that a legend can be read. Fewer classes where the values are few or alike; null without values.
 */
export function scaleOf(values: readonly number[]): Scale | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return null;
  const bounds: number[] = [];
  for (let i = 1; i < classes; i++) {
    const bound = rounded(quantile(sorted, i / classes));
    if (bound > Math.max(least, bounds.at(-1) ?? least) && bound <= most) bounds.push(bound);
  }
  return { least, most, bounds };
}

/** The class of a value, from 0; the classes in use spread over all colours. */
export function classOf(scale: Scale, value: number): number {
  const at = scale.bounds.filter((bound) => value >= bound).length;
  return colourOf(scale, at);
}

/** Which of the colours the class at a place of the scale has. */
export const colourOf = ({ bounds }: Scale, at: number): number =>
  bounds.length === 0 ? Math.floor(classes / 2) : Math.round((at * (classes - 1)) / bounds.length);

/** The classes as ranges, rising: from (included) to (excluded but for the last). */
export const rangesOf = ({ least, most, bounds }: Scale): { from: number; to: number }[] =>
  [least, ...bounds].map((from, i) => ({ from, to: bounds[i] ?? most }));

/** Linear interpolation between order statistics (Hyndman & Fan 1996, type 7). */
function quantile(sorted: readonly number[], p: number): number {
  const h = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(h)] ?? 0, sorted[Math.ceil(h)] ?? 0];
  return low + (h - Math.floor(h)) * (high - low);
}

const rounded = (x: number): number => Number(x.toPrecision(2));
