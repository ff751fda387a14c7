import { BiostatisticsError, coxRegression } from '@nodp/biostatistics';
import type { DisclosedPoint } from '@nodp/disclosure';
import { aligned } from './shown-log-rank.ts';

export interface HazardRatio {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Persons of each month as the shown curve and numbers at risk tell them: who died in it, and who did not. */
const months = (points: readonly DisclosedPoint[], arm: 0 | 1) => {
  const rows: { arm: 0 | 1; month: number; event: 0 | 1; weight: number }[] = [];
  // A curve falls when enough deaths have come: those persons are counted where it falls.
  for (let month = 1; month < points.length; month++) {
    const [before, after] = [points[month - 1], points[month]];
    if (before === undefined || after === undefined)
      throw new RangeError(`The curve does not reach month ${month}.`);
    const share = before.survival === 0 ? 0 : 1 - after.survival / before.survival;
    const died = Math.min(before.atRisk, Math.round(before.atRisk * share));
    if (died > 0) rows.push({ arm, month, event: 1, weight: died });
    if (before.atRisk > died) rows.push({ arm, month, event: 0, weight: before.atRisk - died });
  }
  return rows;
};

/**
 * Hazard in the first cohort relative to the second (Cox regression, Breslow's ties) of two curves as they are shown, month by
 * month as long as both go: it tells no more than they. Where persons come into a cohort as time goes, it is that of a
 * time-dependent covariate. Null where there are not two curves, or nothing happened in one of them.
 */
export const hazardRatioOfShown = (
  arms: readonly (readonly DisclosedPoint[])[],
): HazardRatio | null => {
  if (arms.length !== 2) return null;
  const [first = [], second = []] = aligned(arms);
  const rows = [...months(first, 1), ...months(second, 0)];
  const died = (arm: 0 | 1) => rows.some((row) => row.arm === arm && row.event === 1);
  if (!died(0) || !died(1)) return null;
  try {
    const { hazardRatios, lower, upper } = coxRegression({
      time: rows.map(({ month }) => month),
      entry: rows.map(({ month }) => month - 1),
      event: rows.map(({ event }) => event),
      weight: rows.map(({ weight }) => weight),
      covariates: [rows.map(({ arm }) => arm)],
      ties: 'breslow',
    });
    const three = (value: number | undefined) => Number((value as number).toPrecision(3));
    return { value: three(hazardRatios[0]), lower: three(lower[0]), upper: three(upper[0]) };
  } catch (error) {
    // The deaths of one are all before the other's first: no ratio is finite.
    if (error instanceof BiostatisticsError && error.code === 'complete-separation') return null;
    throw error;
  }
};
