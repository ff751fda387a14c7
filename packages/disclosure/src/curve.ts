import { type Counted, moveAgain, partOf } from './counted.ts';
import { isSmall } from './disclosed.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';

/** A survival curve at some time, exact. */
export interface CurvePoint {
  readonly time: number;
  /** 0 to 1. */
  readonly survival: number;
  /** Up to the time, from the beginning. */
  readonly deaths: number;
  readonly atRisk: number;
}

declare const passed: unique symbol;

/** A point of a curve that may leave. Made here and nowhere else. */
export interface DisclosedPoint {
  readonly time: number;
  readonly survival: number;
  /** Limits of the 95% interval (log), of the curve as it is shown; null where everybody died. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Persons at risk as the limits have them. */
  readonly atRisk: number;
  readonly [passed]: true;
}

const Z = 1.959963984540054;
/** Names of what a curve is made of, so that each has moves of its own. */
const DEATHS = 101;
const AT_RISK = 102;

/**
 * A Kaplan–Meier curve as it may leave: it falls only where the minimum cell of further deaths has come since it fell last,
 * each time to the exact curve moved by the noise of a count (as if some more or fewer of the persons had died), never up;
 * it ends where fewer than the minimum cell are at risk. Its limits are worked out from the curve and the numbers at risk
 * as they are shown. Every move is a function of the persons of the whole curve and of its deaths so far: a curve with one
 * person more is moved anew everywhere, so that two curves have no difference to be read.
 *
 * @param of the persons of the curve
 * @param points by time, ascending
 * @param name of the figure: another one of the same persons has other moves
 */
export const discloseCurve = (
  of: Counted,
  points: readonly CurvePoint[],
  rule: DisclosureRule = defaultRule,
  name = 0,
): readonly DisclosedPoint[] => {
  if (isSmall(of, rule)) return [];
  const place = (time: number) => Math.round(time * 64) + Math.imul(name, 0x10001);
  const shown: DisclosedPoint[] = [];
  let [told, survival, variance] = [0, 1, 0];
  for (const { time, survival: exact, deaths, atRisk } of points) {
    const left = partOf(of, AT_RISK + place(time), atRisk, rule);
    if (isSmall(left, rule)) break;
    const salt = Math.imul(deaths + 1, 0x9e3779b1) ^ (DEATHS + place(time));
    const moved = moveAgain(of, salt, rule);
    if (deaths - told >= rule.minimumCell && deaths - told + moved >= rule.minimumCell) {
      const next = Math.min(survival, Math.max(0, exact - moved / of.count));
      // Greenwood's variance of log S, of one fall of the curve as it is shown.
      const died = survival === 0 ? 0 : 1 - next / survival;
      const before = (left.count + left.moved) / Math.max(1 - died, 1e-9);
      if (died > 0 && died < 1) variance += died / (before * (1 - died));
      told = deaths;
      survival = next;
    }
    const width = Math.exp(Z * Math.sqrt(variance));
    const limits =
      survival === 0
        ? { lower: null, upper: null }
        : { lower: survival / width, upper: Math.min(1, survival * width) };
    shown.push({
      time,
      survival,
      ...limits,
      atRisk: left.count + left.moved,
    } as DisclosedPoint);
  }
  return shown;
};

/**
 * What a curve as it is shown says of those who lived to a time of it: S(t) / S(from), times counted from it. The variance of its
 * logarithm is that between the two (Janssen-Heijnen et al. 2007). It tells no more than the curve. Empty where the curve ends before.
 */
export const conditionalCurve = (
  points: readonly DisclosedPoint[],
  from: number,
): readonly DisclosedPoint[] => {
  const start = points.find(({ time }) => time === from);
  if (start === undefined || start.survival === 0) return [];
  const varianceOf = ({ survival, lower }: DisclosedPoint): number =>
    lower === null || lower === 0 ? 0 : (Math.log(survival / lower) / Z) ** 2;
  return points
    .filter(({ time }) => time >= from)
    .map((point) => {
      const survival = point.survival / start.survival;
      const width = Math.exp(Z * Math.sqrt(Math.max(0, varianceOf(point) - varianceOf(start))));
      const limits =
        point.lower === null
          ? { lower: null, upper: null }
          : { lower: survival / width, upper: Math.min(1, survival * width) };
      return { ...point, time: point.time - from, survival, ...limits };
    });
};
