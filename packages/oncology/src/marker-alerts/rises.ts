import { alertOf, type Judgement, nothing, pendingOf } from './judgement.ts';
import { daysBetween, isOver, measured, type Point, reaches } from './points.ts';

/** Raised whenever the same input gives another answer. */
export const RISES_VERSION = 1;

const triples = (points: readonly Point[]): (readonly [Point, Point, Point])[] =>
  points.slice(2).flatMap((c, i) => {
    const [a, b] = [points[i], points[i + 1]];
    return a === undefined || b === undefined ? [] : [[a, b, c] as const];
  });

const lastPair = (points: readonly Point[]): readonly [Point, Point] | null => {
  const [a, b] = points.slice(-2);
  return a === undefined || b === undefined ? null : [a, b];
};

/**
 * CEA: three consecutive values, each at least 20 % over the former, the last over 2.5 ng/mL. Source: Verberne CJ et al.
 * (CEAwatch), Eur J Surg Oncol 2015;41:1188–1196.
 */
export const ceawatch = (points: readonly Point[]): Judgement => {
  const course = measured(points);
  const rose = (a: Point, b: Point): boolean => a.value > 0 && reaches(b.value * 10, a.value * 12);
  for (const [a, b, c] of triples(course))
    if (rose(a, b) && rose(b, c) && isOver(c.value, 2.5))
      return alertOf(
        { date: c.date, confirmed: c.date, from: a, to: c },
        `${a.value} (${a.date}), ${b.value}, ${c.value} ng/mL (${c.date}): two rises of 20 % or more, over 2.5.`,
        `${a.value}（${a.date}）、${b.value}、${c.value} ng/mL（${c.date}）：连续两次升高≥20%且>2.5。`,
      );
  const last = lastPair(course);
  return last !== null && rose(...last)
    ? pendingOf(
        last[1],
        last[0],
        28,
        `${last[0].value} to ${last[1].value} ng/mL is one rise of 20 % or more.`,
        `${last[0].value}升至${last[1].value} ng/mL，升高≥20%一次。`,
      )
    : nothing('No two rises of 20 % after each other.', '无连续两次升高≥20%。');
};

/** CEA: 7 µg/L or more over the own baseline, which is the first value. Source: Primrose JN et al. (FACS), JAMA 2014;311:263–270. */
export const facs = (points: readonly Point[]): Judgement => {
  const [baseline, ...later] = measured(points);
  if (baseline === undefined) return nothing('No value to judge.', '无可判断的检测值。');
  const over = (p: Point): boolean => reaches(p.value, baseline.value + 7);
  const found = later.find(
    (p, i) => over(p) && later[i - 1] !== undefined && over(later[i - 1] as Point),
  );
  if (found !== undefined)
    return alertOf(
      { date: found.date, confirmed: found.date, from: baseline, to: found },
      `${found.value} ng/mL is 7 or more over the own baseline of ${baseline.value} (${baseline.date}), twice.`,
      `${found.value} ng/mL较自身基线${baseline.value}（${baseline.date}）升高≥7，连续两次。`,
    );
  const last = later.at(-1);
  return last !== undefined && over(last)
    ? pendingOf(
        last,
        baseline,
        28,
        `${last.value} ng/mL is 7 or more over the own baseline of ${baseline.value}.`,
        `${last.value} ng/mL较自身基线${baseline.value}升高≥7。`,
      )
    : nothing('No value is 7 ng/mL over the own baseline.', '无检测值较自身基线升高7 ng/mL。');
};

/**
 * Two rises after each other, the last over the limit; or, for AFP, a value newly over the diagnostic threshold. Source:
 * guidelines of hepatocellular carcinoma, China 2024 and Japan.
 */
export const twoRises = (
  points: readonly Point[],
  limit: number,
  threshold: number | null,
  unit: string,
): Judgement => {
  const course = measured(points);
  for (const [index, point] of course.entries()) {
    const [b, a] = [course[index - 1], course[index - 2]];
    if (
      threshold !== null &&
      isOver(point.value, threshold) &&
      b !== undefined &&
      !isOver(b.value, threshold)
    )
      return alertOf(
        { date: point.date, from: b, to: point },
        `${point.value} ${unit} is newly over ${threshold}: to be judged with imaging.`,
        `${point.value} ${unit}，新近超过${threshold}：需结合影像判断。`,
      );
    if (
      a !== undefined &&
      b !== undefined &&
      isOver(b.value, a.value) &&
      isOver(point.value, b.value) &&
      isOver(point.value, limit)
    )
      return alertOf(
        { date: point.date, confirmed: point.date, from: a, to: point },
        `${a.value} (${a.date}), ${b.value}, ${point.value} ${unit} (${point.date}): two rises, over ${limit}.`,
        `${a.value}（${a.date}）、${b.value}、${point.value} ${unit}（${point.date}）：连续两次升高且>${limit}。`,
      );
  }
  const last = lastPair(course);
  return last !== null && isOver(last[1].value, last[0].value) && isOver(last[1].value, limit)
    ? pendingOf(
        last[1],
        last[0],
        28,
        `${last[0].value} to ${last[1].value} ${unit} is one rise over ${limit}.`,
        `${last[0].value}升至${last[1].value} ${unit}，超过${limit}，升高一次。`,
      )
    : nothing(`No two rises over ${limit} ${unit}.`, `无连续两次升高超过${limit} ${unit}。`);
};

/**
 * Two consecutive values over the limit, the second not under the first, a week apart or more: for markers of which no rule
 * of its own is published. Of plasma EBV DNA the limit is 0.
 */
export const twiceOver = (points: readonly Point[], limit: number, unit: string): Judgement => {
  const course = [...measured(points)];
  let first: Point | null = null;
  let before: Point | null = null;
  for (const point of course) {
    if (!isOver(point.value, limit)) {
      first = null;
      before = point;
    } else if (first === null) first = point;
    else if (!reaches(point.value, first.value)) first = point;
    else if (daysBetween(first.date, point.date) >= 7)
      return alertOf(
        { date: point.date, confirmed: point.date, from: before ?? first, to: point },
        `${first.value} (${first.date}) and ${point.value} ${unit} (${point.date}) are both ${limit === 0 ? 'detectable' : `over ${limit}`}.`,
        `${first.value}（${first.date}）和${point.value} ${unit}（${point.date}）均${limit === 0 ? '可检出' : `>${limit}`}。`,
      );
  }
  return first === null
    ? limit === 0
      ? nothing('No two detectable values after each other.', '无连续两次可检出。')
      : nothing(`No two values over ${limit} ${unit}.`, `无连续两次超过${limit} ${unit}。`)
    : pendingOf(
        first,
        before,
        28,
        `${first.value} ${unit} on ${first.date} is ${limit === 0 ? 'detectable' : `over ${limit}`}.`,
        `${first.date}为${first.value} ${unit}，${limit === 0 ? '可检出' : `超过${limit}`}。`,
      );
};
