import { BiostatisticsError, logRank } from '@nodp/biostatistics';
import type { DisclosedPoint } from '@nodp/disclosure';

/** Months between the times at which shown curves are compared. */
const STEP = 6;

/** Curves from the month on from which every one goes, as long as every one does. */
export const aligned = (
  arms: readonly (readonly DisclosedPoint[])[],
): readonly (readonly DisclosedPoint[])[] => {
  const start = Math.max(...arms.map(([first]) => first?.time ?? 0));
  const later = arms.map((points) => points.filter(({ time }) => time >= start));
  const common = Math.min(...later.map(({ length }) => length));
  return later.map((points) => points.slice(0, common));
};

interface People {
  readonly time: number;
  readonly entry: number;
  readonly event: 0 | 1;
  readonly count: number;
}

/**
 * Persons as the shown curve and numbers at risk tell them: how many died, were last seen, or came in between two times.
 * @param come whether persons come in as time goes; else more at risk than before are the noise of the counts
 */
const people = (points: readonly DisclosedPoint[], last: number, come: boolean): People[] => {
  const rows: People[] = [];
  // Those at risk by when they came in, the earliest leave first: which of them died makes no difference to the test.
  const there: { entry: number; count: number }[] = [{ entry: 0, count: points[0]?.atRisk ?? 0 }];
  const leave = (time: number, event: 0 | 1, many: number) => {
    let left = many;
    while (left > 0 && there.length > 0) {
      const first = there[0] as { entry: number; count: number };
      const count = Math.min(left, first.count);
      if (count > 0) rows.push({ time, entry: first.entry, event, count });
      first.count -= count;
      left -= count;
      if (first.count === 0) there.shift();
    }
  };
  let left = points[0]?.atRisk ?? 0;
  for (let month = STEP; month <= last; month += STEP) {
    const [before, after] = [points[month - STEP], points[month]];
    if (before === undefined || after === undefined)
      throw new RangeError(`The curve does not reach month ${month}.`);
    const share = before.survival === 0 ? 0 : 1 - after.survival / before.survival;
    const died = Math.min(left, Math.round(left * share));
    const seen = left - died - after.atRisk;
    leave(month, 1, died);
    leave(month, 0, Math.max(0, seen));
    left -= died + Math.max(0, seen);
    if (come && seen < 0) {
      there.push({ entry: month, count: -seen });
      left -= seen;
    }
  }
  leave(last + 1, 0, left);
  return rows;
};

/**
 * Log-rank test of curves as they are shown, in steps of six months as long as every curve goes: it tells no more than they.
 * Where persons come into cohorts as time goes it is Mantel and Byar's.
 * Null where there are no two curves, none goes six months, or nothing happened.
 */
export const logRankOfShown = (arms: readonly (readonly DisclosedPoint[])[], come = false) => {
  if (arms.length < 2) return null;
  const curves = aligned(arms);
  const last = Math.floor(((curves[0]?.length ?? 0) - 1) / STEP) * STEP;
  if (last < STEP) return null;
  const rows = curves.flatMap((points, arm) =>
    people(points, last, come).flatMap(({ time, entry, event, count }) =>
      Array.from({ length: count }, () => ({ arm, time, entry, event })),
    ),
  );
  try {
    const { statistic, df, pValue } = logRank({
      time: Float64Array.from(rows, ({ time }) => time),
      event: Uint8Array.from(rows, ({ event }) => event),
      group: Uint8Array.from(rows, ({ arm }) => arm),
      ...(come && { entry: Float64Array.from(rows, ({ entry }) => entry) }),
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
