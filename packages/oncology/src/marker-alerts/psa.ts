import { alertOf, type Judgement, nothing, pendingOf } from './judgement.ts';
import { daysBetween, inOrder, isOver, measured, type Point, reaches } from './points.ts';

/** Raised whenever the same input gives another answer. */
export const PSA_VERSION = 1;

const lower = (a: Point | null, b: Point): Point => (a === null || b.value < a.value ? b : a);

/**
 * The first value at least 2.0 ng/mL over the lowest before it. Source: Roach M et al. (RTOG-ASTRO, Phoenix), Int J Radiat
 * Oncol Biol Phys 2006;65:965–974.
 */
export const phoenix = (points: readonly Point[]): Judgement => {
  let nadir: Point | null = null;
  for (const point of measured(points)) {
    if (nadir !== null && reaches(point.value, nadir.value + 2))
      return alertOf(
        { date: point.date, from: nadir, to: point },
        `${point.value} ng/mL is 2.0 or more over the nadir of ${nadir.value} (${nadir.date}): biochemical failure.`,
        `${point.value} ng/mL较最低值${nadir.value}（${nadir.date}）升高≥2.0：生化失败。`,
      );
    nadir = lower(nadir, point);
  }
  if (nadir === null) return nothing('No value to judge.', '无可判断的检测值。');
  return {
    ...nothing(
      `No value is 2.0 ng/mL over the nadir of ${nadir.value} (${nadir.date}).`,
      `无检测值较最低值${nadir.value}（${nadir.date}）升高2.0 ng/mL。`,
    ),
    from: nadir,
  };
};

/** Days after a prostatectomy in which values are not judged. */
const SIX_WEEKS = 42;

/**
 * Two consecutive values of 0.2 ng/mL or more, six weeks after the prostatectomy or later. Source: Cookson MS et al.
 * (AUA), J Urol 2007;177:540–545.
 */
export const afterProstatectomy = (points: readonly Point[], operation: string): Judgement => {
  let first: Point | null = null;
  let before: Point | null = null;
  for (const point of inOrder(points)) {
    if (daysBetween(operation, point.date) < SIX_WEEKS) continue;
    // A value under a limit of detection is no point; under one of 0.2 or less it shows that a rise was none.
    if (point.below) {
      if (point.value <= 0.2) first = null;
      continue;
    }
    if (!reaches(point.value, 0.2)) {
      first = null;
      before = point;
    } else if (first !== null)
      return alertOf(
        { date: point.date, confirmed: point.date, from: before ?? first, to: point },
        `${first.value} (${first.date}) and ${point.value} ng/mL (${point.date}) are both 0.2 or more: biochemical recurrence.`,
        `${first.value}（${first.date}）和${point.value} ng/mL（${point.date}）均≥0.2：生化复发。`,
      );
    else first = point;
  }
  return first === null
    ? nothing('No two consecutive values of 0.2 ng/mL or more.', '无连续两次≥0.2 ng/mL。')
    : pendingOf(
        first,
        before,
        28,
        `${first.value} ng/mL on ${first.date} is 0.2 or more.`,
        `${first.date}为${first.value} ng/mL，≥0.2。`,
      );
};

/**
 * Under castration: 25 % and 2 ng/mL over the nadir, confirmed three weeks later or more. Source: Scher HI et al. (PCWG3), J
 * Clin Oncol 2016;34:1402–1418.
 */
export const underCastration = (points: readonly Point[]): Judgement => {
  let nadir: Point | null = null;
  let first: Point | null = null;
  for (const point of measured(points)) {
    const rose: boolean =
      nadir !== null &&
      reaches(point.value * 4, nadir.value * 5) &&
      reaches(point.value, nadir.value + 2);
    if (nadir === null || !rose) {
      if (nadir === null || !isOver(point.value, nadir.value)) nadir = point;
      first = null;
    } else if (first === null) first = point;
    else if (daysBetween(first.date, point.date) >= 21)
      return alertOf(
        { date: first.date, confirmed: point.date, from: nadir, to: first },
        `${first.value} ng/mL is 25 % and 2 ng/mL over the nadir of ${nadir.value}, confirmed on ${point.date}.`,
        `${first.value} ng/mL较最低值${nadir.value}升高≥25%且≥2 ng/mL，${point.date}确认。`,
      );
  }
  return first === null
    ? nothing('No value is 25 % and 2 ng/mL over the nadir.', '无检测值较最低值升高25%且2 ng/mL。')
    : pendingOf(
        first,
        nadir,
        28,
        `${first.value} ng/mL on ${first.date} is 25 % and 2 ng/mL over the nadir.`,
        `${first.date}为${first.value} ng/mL，较最低值升高≥25%且≥2 ng/mL。`,
      );
};
