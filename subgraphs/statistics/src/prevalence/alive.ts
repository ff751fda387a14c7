import { followUpEnd, prevalenceByCounting } from '@nodp/biostatistics';
import type { RelativeCurvePoint } from '@nodp/disclosure';
import { DAYS_OF_YEAR, observe } from '../survival/approach.ts';
import { curvesOf } from '../survival/curve.ts';
import type { FollowedCases } from '../survival/followed.ts';

/** Names of the parts of a set of cases: those alive, by the years they were diagnosed within. */
export const ALIVE_WITHIN = 300;

/** Longest duration: survival is known for so many years. */
export const MOST_DURATION = 10;

/** Observed survival some years after diagnosis, as the curve has it; its last point holds beyond it. */
const survivalAt = (points: readonly RelativeCurvePoint[], years: number): number => {
  const place = Math.min(Math.floor(years * 12 + 1e-9), points.length - 1);
  return points[place]?.survival ?? 1;
};

/** Chance to be alive some years after diagnosis, as some cases were observed. */
export type ObservedSurvival = (years: number) => number;

export const observedSurvivalOf = async (
  cases: FollowedCases,
  rows: Int32Array,
): Promise<ObservedSurvival> => {
  const [points = []] = await curvesOf('OBSERVED', null, cases, [
    observe(cases, rows, 'COMPLETE', MOST_DURATION),
  ]);
  return (years) => survivalAt(points, years);
};

/**
 * How many of some cases, diagnosed within some years before a day, are alive on it: those known to be, and those not heard
 * of since as many as a survival lets expect (`prevalenceByCounting`). Exact, not to be shown.
 * @param day days since 1970-01-01
 * @param duration years
 */
export const aliveAmong = (
  cases: FollowedCases,
  rows: Int32Array,
  day: number,
  duration: number,
  survival: ObservedSurvival,
): number => {
  const years = (days: number) => days / DAYS_OF_YEAR;
  return prevalenceByCounting(
    {
      diagnosed: Float64Array.from(rows, (row) => years(cases.date[row] as number)),
      ended: Float64Array.from(rows, (row) =>
        years((cases.date[row] as number) + (cases.days[row] as number)),
      ),
      how: Uint8Array.from(rows, (row) =>
        cases.died[row] === 1 ? followUpEnd.died : followUpEnd.lost,
      ),
    },
    { at: years(day), duration, survival },
  ).prevalent;
};

/** The same by the survival of the cases themselves, in whole persons. */
export const aliveOn = async (
  cases: FollowedCases,
  rows: Int32Array,
  day: number,
  duration: number,
): Promise<number> => {
  if (rows.length === 0) return 0;
  const survival = await observedSurvivalOf(cases, rows);
  return Math.round(aliveAmong(cases, rows, day, duration, survival));
};
