/** Rates by age and time as three families of curves: of ages, of periods, of birth cohorts. */
import type { Table } from '../../../asked.ts';

export type CurvePoint = { readonly at: number; readonly value: number };
export type Curve = { readonly code: string; readonly points: readonly CurvePoint[] };

/** The curves of one member of the other axes. */
export type CurveSet = {
  /** Its place on each axis but ages and time. */
  readonly places: readonly number[];
  /** A curve a period: rates along age. */
  readonly byAge: readonly Curve[];
  /** A curve an age group: rates along the years. */
  readonly byTime: readonly Curve[];
  /** A curve an age group: rates along the year of birth. */
  readonly byCohort: readonly Curve[];
};

/** First year and number of years of a period; null where the year is not known. */
const spanOf = (code: string): readonly [first: number, years: number] | null => {
  const [, first, last] = /^(\d{4})(?:-(\d{4}))?$/.exec(code) ?? [];
  return first === undefined ? null : [Number(first), Number(last ?? first) - Number(first) + 1];
};

/** Middle of an age group of five years; of the last, which has no end, ten years above its beginning. */
const ageAt = (code: string): number | null =>
  code === 'UNKNOWN' ? null : Number(code) === 85 ? 90 : Number(code) + 2.5;

/**
 * Curves where rates are crossed by age and by at least two times; null of other answers. A cohort is named by the year in
 * which those in the middle of the age group were born, and is ten years wide where periods are five.
 */
export function curvesOf({ measure, axes, values }: Table): readonly CurveSet[] | null {
  if (measure !== 'AGE_SPECIFIC_RATE') return null;
  const age = axes.findIndex(({ dimension }) => dimension === 'AGE');
  const time = axes.findIndex(({ dimension }) => dimension === 'PERIOD' || dimension === 'YEAR');
  const times = (axes[time]?.codes ?? []).flatMap((code, place) => {
    const span = spanOf(code);
    return span === null ? [] : [{ code, place, middle: span[0] + span[1] / 2 }];
  });
  if (age < 0 || times.length < 2) return null;
  const ages = (axes[age]?.codes ?? []).flatMap((code, place) => {
    const middle = ageAt(code);
    return middle === null ? [] : [{ code, place, middle }];
  });
  const others = axes.flatMap((_, i) => (i === age || i === time ? [] : [i]));
  const choices = others.reduce<number[][]>(
    (made, i) => made.flatMap((one) => (axes[i]?.codes ?? []).map((_, place) => [...one, place])),
    [[]],
  );
  return choices.map((places) => {
    const rate = (a: number, p: number): number | null => {
      const own = axes.map((_, i) =>
        i === age ? a : i === time ? p : (places[others.indexOf(i)] ?? 0),
      );
      return (
        values[own.reduce((at, place, i) => at * (axes[i]?.codes.length ?? 1) + place, 0)] ?? null
      );
    };
    // A rate of nought has no place on the scale of a logarithm.
    const point = (at: number, value: number | null): CurvePoint[] =>
      value === null || value <= 0 ? [] : [{ at, value }];
    const curves = <One extends { code: string }>(
      of: readonly One[],
      points: (one: One) => CurvePoint[],
    ) =>
      of
        .map((one) => ({ code: one.code, points: points(one) }))
        .filter((one) => one.points.length > 0);
    return {
      places,
      byAge: curves(times, (p) => ages.flatMap((a) => point(a.middle, rate(a.place, p.place)))),
      byTime: curves(ages, (a) => times.flatMap((p) => point(p.middle, rate(a.place, p.place)))),
      byCohort: curves(ages, (a) =>
        times.flatMap((p) => point(p.middle - a.middle, rate(a.place, p.place))),
      ),
    };
  });
}
