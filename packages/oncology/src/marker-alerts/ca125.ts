import { alertOf, type Judgement, nothing, pendingOf } from './judgement.ts';
import { daysBetween, measured, type Point, reaches } from './points.ts';

/** Raised whenever the same input gives another answer. */
export const CA125_VERSION = 1;

interface Before {
  /** Upper limit of normal, U/mL. */
  readonly limit: number;
  /** Before treatment; null where it was not measured. */
  readonly preTreatment: number | null;
  /** Whether it came to normal under treatment; null: as the course itself says. */
  readonly normalised: boolean | null;
}

/**
 * Progression by CA-125: twice the upper limit where it was normal before treatment or came to normal, twice the lowest
 * value where it never did; confirmed by a second sample a week later or more, and dated by the first. Source: Rustin GJ et
 * al. (GCIG), Int J Gynecol Cancer 2011;21:419–423.
 */
export const gcig = (
  points: readonly Point[],
  { limit, preTreatment, normalised }: Before,
): Judgement => {
  const wasNormal = normalised === true || (preTreatment !== null && preTreatment <= limit);
  let nadir: Point | null = null;
  let first: Point | null = null;
  const normal = (): boolean =>
    wasNormal || (normalised === null && nadir !== null && nadir.value <= limit);
  const threshold = (): number | null =>
    normal() ? 2 * limit : nadir === null ? null : 2 * nadir.value;
  for (const point of measured(points)) {
    const over = threshold();
    if (over === null || !reaches(point.value, over)) {
      first = null;
      if (nadir === null || point.value < nadir.value) nadir = point;
    } else if (first === null) first = point;
    else if (daysBetween(first.date, point.date) >= 7)
      return alertOf(
        { date: first.date, confirmed: point.date, from: nadir, to: first },
        `${first.value} U/mL (${first.date}) is ${normal() ? `twice the limit of ${limit}` : `twice the lowest value of ${nadir?.value}`} or more, confirmed by ${point.value} on ${point.date}.`,
        `${first.value} U/mL（${first.date}）≥${normal() ? `正常上限${limit}的2倍` : `最低值${nadir?.value}的2倍`}，${point.date}的${point.value}确认。`,
      );
  }
  if (first !== null)
    return pendingOf(
      first,
      nadir,
      28,
      `${first.value} U/mL on ${first.date} is ${normal() ? 'twice the limit' : 'twice the lowest value'} or more.`,
      `${first.date}为${first.value} U/mL，达到判定值。`,
    );
  return nothing(
    `No value is ${normal() ? `twice the limit of ${limit} U/mL` : 'twice the lowest value'}.`,
    `无检测值达到${normal() ? `正常上限${limit} U/mL的2倍` : '最低值的2倍'}。`,
  );
};
