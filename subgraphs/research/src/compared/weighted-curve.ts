import { kaplanMeier, numberAtRisk, type SurvivalCurve, survivalAt } from '@nodp/biostatistics';
import {
  type Counted,
  type DisclosedPoint,
  type DisclosureRule,
  discloseRelativeCurve,
} from '@nodp/disclosure';
import { MONTH } from './asked.ts';

/** Persons of a cohort with their times and weights. */
export interface Weighted {
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly weight: Float64Array;
}

/** The figure's own name, so that the curve as it is and the weighted one divided by each other tell nothing of the weights. */
const NAME = 31;

const squaredLogError = (point: { survival: number; standardError: number } | undefined): number =>
  point === undefined || point.survival === 0 ? 0 : (point.standardError / point.survival) ** 2;

/**
 * A weighted Kaplan–Meier curve as it may leave: the curve as it is, with moves of its own, times the ratio of the two rounded to the
 * thousandth; its limits with the robust variance of the weighted curve. It never rises.
 */
export const shownWeightedCurve = (
  { time, event, weight }: Weighted,
  of: Counted,
  months: number,
  rule: DisclosureRule,
): readonly DisclosedPoint[] => {
  if (time.length === 0) return [];
  const monthly = Float64Array.from({ length: months + 1 }, (_, i) => i * MONTH);
  const people = { time, event };
  const [left] = numberAtRisk(people, monthly) as [Float64Array];
  const plain: SurvivalCurve = kaplanMeier({ ...people, rows: 'events' });
  const weighted: SurvivalCurve = kaplanMeier({
    ...{ ...people, weight, variance: 'robust', rows: 'events' },
  });
  const [as, to] = [survivalAt(plain, monthly), survivalAt(weighted, monthly)];
  let dead = 0;
  const deaths = Float64Array.from(time)
    .filter((_, i) => event[i] === 1)
    .sort();
  let lowest = 1;
  return discloseRelativeCurve(
    of,
    as.map((point, i) => {
      while (dead < deaths.length && (deaths[dead] as number) <= (monthly[i] as number)) dead++;
      const own = squaredLogError(point);
      return {
        ...{ time: i, survival: point.survival, deaths: dead, atRisk: left[i] as number },
        ratio: point.survival === 0 ? 0 : (to[i]?.survival ?? 0) / point.survival,
        varianceRatio: own === 0 ? 1 : squaredLogError(to[i]) / own,
      };
    }),
    rule,
    NAME,
  ).map((point) => {
    lowest = Math.min(lowest, point.survival);
    // Before the first step nobody is told to have died: the limits lie on the curve.
    if (lowest === 1) return { ...point, lower: 1, upper: 1 };
    return {
      ...point,
      survival: lowest,
      lower: point.lower === null ? null : Math.min(point.lower, lowest),
      upper: point.upper === null ? null : Math.min(1, Math.max(point.upper, lowest)),
    };
  });
};
