import { BiostatisticsError, logRank } from '@nodp/biostatistics';
import type { DisclosedPoint } from '@nodp/disclosure';

/** Months between the times at which shown curves are compared. */
const STEP = 6;

/** Persons as the shown curve and numbers at risk tell them: how many died and were last seen between two times. */
const people = (points: readonly DisclosedPoint[], last: number) => {
  const rows: { time: number; event: 0 | 1; count: number }[] = [];
  let left = points[0]?.atRisk ?? 0;
  for (let month = STEP; month <= last; month += STEP) {
    const [before, after] = [points[month - STEP], points[month]];
    if (before === undefined || after === undefined)
      throw new RangeError(`The curve does not reach month ${month}.`);
    const share = before.survival === 0 ? 0 : 1 - after.survival / before.survival;
    const died = Math.min(left, Math.round(left * share));
    const seen = Math.max(0, left - died - after.atRisk);
    rows.push({ time: month, event: 1, count: died }, { time: month, event: 0, count: seen });
    left -= died + seen;
  }
  rows.push({ time: last + 1, event: 0, count: left });
  return rows;
};

/**
 * Log-rank test of curves as they are shown, in steps of six months as long as every curve goes: it tells no more than they.
 * Null where there are no two curves, none goes six months, or nothing happened.
 */
export const logRankOfShown = (arms: readonly (readonly DisclosedPoint[])[]) => {
  if (arms.length < 2) return null;
  const common = Math.min(...arms.map(({ length }) => length - 1));
  const last = Math.floor(common / STEP) * STEP;
  if (last < STEP) return null;
  const rows = arms.flatMap((points, arm) =>
    people(points, last).flatMap(({ time, event, count }) =>
      Array.from({ length: count }, () => ({ arm, time, event })),
    ),
  );
  try {
    const { statistic, df, pValue } = logRank({
      time: Float64Array.from(rows, ({ time }) => time),
      event: Uint8Array.from(rows, ({ event }) => event),
      group: Uint8Array.from(rows, ({ arm }) => arm),
    });
    return {
      statistic: Number(statistic.toPrecision(4)),
      df,
      pValue: Number(pValue.toPrecision(3)),
    };
  } catch (error) {
    // Nobody died, or never two groups at risk together: there is nothing to test.
    if (error instanceof BiostatisticsError && ['no-events', 'one-group'].includes(error.code))
      return null;
    throw error;
  }
};
