import { inRange, type Numbers, sameLength, wholeNumber } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { survivalAt } from '../survival/curve.ts';
import { checkInput } from '../survival/data/input.ts';
import { ascendingOrder } from '../survival/data/order.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';

/** Predicted beside observed survival in one group of predicted risk. */
export type CalibrationGroup = {
  readonly n: number;
  /** Mean predicted survival. */
  readonly predicted: number;
  /** Kaplan–Meier, with its interval (null where none exists). */
  readonly observed: number;
  readonly standardError: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** False when nobody of the group was followed to the time: `observed` is carried forward. */
  readonly followed: boolean;
};

/**
 * Calibration of predicted survival to a time by groups of predicted risk (Harrell 2015, Regression
 * Modeling Strategies, §20.10): people sorted by prediction into `groups` of equal size (people
 * predicted alike stay together), mean prediction against Kaplan–Meier.
 *
 * @param input.survival predicted probability of being event-free at `at`
 * @param input.groups default 10
 * @returns groups from the lowest predicted survival up; fewer than asked for when predictions tie
 * @throws {BiostatisticsError} see `kaplanMeier`; `out-of-range`, `too-few` (more groups than people)
 */
export function calibrationByRisk(input: {
  readonly time: Numbers;
  readonly event: Numbers;
  readonly survival: Numbers;
  readonly at: number;
  readonly groups?: number | undefined;
}): CalibrationGroup[] {
  const { n, time, event } = checkInput({ time: input.time, event: input.event });
  const { at } = input;
  const groups = input.groups ?? 10;
  sameLength({ time: input.time, survival: input.survival });
  wholeNumber('groups', groups, 1);
  inRange('at', at, 0, Number.MAX_VALUE);
  if (groups > n) throw new BiostatisticsError('too-few', 'groups', `${groups} for ${n} people`);
  const survival = Float64Array.from(input.survival);
  survival.forEach((s, index) => {
    if (!(s >= 0 && s <= 1)) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'survival', index },
        `is ${s}; give a probability`,
      );
    }
  });
  const order = ascendingOrder(survival);
  const result: CalibrationGroup[] = [];
  let from = 0;
  for (let g = 1; g <= groups && from < n; g++) {
    let to = Math.max(from + 1, Math.round((g * n) / groups));
    while (to < n && survival[order[to] as number] === survival[order[to - 1] as number]) to++;
    const rows = order.slice(from, to);
    const curve = kaplanMeier({
      time: Float64Array.from(rows, (i) => time[i] as number),
      event: Uint8Array.from(rows, (i) => event[i] as number),
    });
    const [point] = survivalAt(curve, [at]);
    let predicted = 0;
    for (const i of rows) predicted += survival[i] as number;
    if (point !== undefined) {
      result.push({
        n: rows.length,
        predicted: predicted / rows.length,
        observed: point.survival,
        standardError: point.standardError,
        lower: point.lower,
        upper: point.upper,
        followed: !point.beyondFollowUp,
      });
    }
    from = to;
  }
  return result;
}
