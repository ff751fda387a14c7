import { funnelLimits, funnelOverdispersion } from '@nodp/biostatistics';
import type { StatisticsDimension, StatisticsFunnelStanding } from '../generated/resolvers.ts';
import type { Cell } from '../measures/measure.ts';
import type { Axis } from '../sources/source.ts';

/** Limits as lists of one length, per cent. */
export interface FunnelLimits {
  readonly denominators: readonly (number | null)[];
  readonly lower95: readonly (number | null)[];
  readonly upper95: readonly (number | null)[];
  readonly lower998: readonly (number | null)[];
  readonly upper998: readonly (number | null)[];
}

export interface Funnel {
  /** Per cent. */
  readonly target: number;
  readonly dispersion: number;
  readonly standings: readonly (StatisticsFunnelStanding | null)[];
  readonly cells: FunnelLimits;
  readonly curves: FunnelLimits;
}

/** Dimensions whose members are compared with each other. */
const PLACES = new Set<StatisticsDimension>(['PROVINCE', 'REGISTRY', 'INSTITUTION']);
/** Members of them that are no places. */
const NO_PLACES = new Set(['UNKNOWN', 'NONE']);
/** Points of a curve: more than a drawing shows as corners. */
const CURVE_POINTS = 60;

/** A place that is compared: `part` of `of` cases, as shown. */
interface Compared {
  readonly cell: number;
  readonly part: number;
  readonly of: number;
}

const comparedOf = ({ values }: Axis, cells: readonly Cell[]): Compared[] =>
  cells.flatMap(({ state, numerator, denominator }, cell) => {
    if (state !== 'SHOWN' || NO_PLACES.has(values[cell]?.code as string)) return [];
    if (numerator === null || denominator === null || denominator < 1) return [];
    // Each count is moved by itself: a part may be shown as more than its whole.
    return [{ cell, part: Math.min(numerator, denominator), of: denominator }];
  });

const percent = (share: number): number => Number((100 * share).toFixed(2));

/**
 * Limits at numbers of cases, as shares and not rounded. The upper limit of those with it is the lower limit of those
 * without it: the interpolation between counts is exact below the target alone (3 of 10 at 10 % would stand above, though
 * 7 places in 100 have as many), and none or all of few cases is rarely outside.
 */
const exactLimits = (target: number, of: readonly number[]) => {
  const at = (level: number) => {
    const without = funnelLimits('proportion', 1 - target, of, level);
    return funnelLimits('proportion', target, of, level).map(({ lower }, i) => ({
      lower,
      upper: 1 - (without[i]?.lower ?? 0),
    }));
  };
  return { inner: at(0.95), outer: at(0.998) };
};
type Limits = ReturnType<typeof exactLimits>;

/** @param places of the limits for each member of the lists; null where a member has none */
const limitColumns = (
  of: readonly number[],
  { inner, outer }: Limits,
  places: readonly (number | null)[],
): FunnelLimits => {
  const column = (list: Limits['inner'], side: 'lower' | 'upper') =>
    places.map((place) => (place === null ? null : percent(list[place]?.[side] as number)));
  return {
    denominators: places.map((place) => (place === null ? null : (of[place] as number))),
    lower95: column(inner, 'lower'),
    upper95: column(inner, 'upper'),
    lower998: column(outer, 'lower'),
    upper998: column(outer, 'upper'),
  };
};

/** Numbers of cases from the smallest to the largest, closer where limits bend: each by the same factor from the last. */
const alongCases = (of: readonly number[]): number[] => {
  const [least, most] = [Math.min(...of), Math.max(...of)];
  const numbers = Array.from({ length: CURVE_POINTS }, (_, i) =>
    Math.round(least * (most / least) ** (i / (CURVE_POINTS - 1))),
  );
  return [...new Set(numbers)];
};

const standingOf = (
  share: number,
  near: { readonly lower: number; readonly upper: number },
  far: { readonly lower: number; readonly upper: number },
) => {
  if (share < far.lower) return 'BELOW_998';
  if (share > far.upper) return 'ABOVE_998';
  if (share < near.lower) return 'BELOW_95';
  return share > near.upper ? 'ABOVE_95' : 'WITHIN';
};

/**
 * The funnel of a share by place, from its cells as they are shown, so that it tells no more than they. Null where places
 * are not the only axis, where fewer than two can be compared, or where all of them have none or all.
 */
export const funnelOf = (axes: readonly Axis[], cells: readonly Cell[]): Funnel | null => {
  const [axis, ...others] = axes;
  if (axis === undefined || others.length > 0 || !PLACES.has(axis.dimension)) return null;
  const compared = comparedOf(axis, cells);
  const of = compared.map((place) => place.of);
  const all = of.reduce((a, b) => a + b, 0);
  const target = compared.reduce((sum, { part }) => sum + part, 0) / all;
  if (compared.length < 2 || target <= 0 || target >= 1) return null;
  const shares = compared.map((place) => place.part / place.of);
  const limits = exactLimits(target, of);
  const placeOf = new Map(compared.map(({ cell }, place) => [cell, place]));
  const places = cells.map((_, cell) => placeOf.get(cell) ?? null);
  const along = alongCases(of);
  const { phi } = funnelOverdispersion('proportion', target, shares, of);
  return {
    target: percent(target),
    dispersion: Number(phi.toPrecision(3)),
    standings: places.map((place) => {
      if (place === null) return null;
      const [near, far] = [limits.inner[place], limits.outer[place]];
      if (near === undefined || far === undefined) return null;
      return standingOf(shares[place] as number, near, far);
    }),
    cells: limitColumns(of, limits, places),
    curves: limitColumns(
      along,
      exactLimits(target, along),
      along.map((_, i) => i),
    ),
  };
};
