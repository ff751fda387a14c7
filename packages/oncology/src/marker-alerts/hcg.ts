import { addMonths } from '../dates/partial-date.ts';
import { alertOf, type Judgement, nothing, pendingOf } from './judgement.ts';
import { dayAfter, daysBetween, isOver, measured, type Point, reaches } from './points.ts';

/** Raised whenever the same input gives another answer. */
export const HCG_VERSION = 1;

/** Every value of a stretch that begins here and lasts that many days. */
const stretch = (
  course: readonly Point[],
  from: number,
  days: number,
  least: number,
): Point[] | null => {
  const first = course[from] as Point;
  const end = course.findIndex(
    (p, i) => i >= from + least - 1 && daysBetween(first.date, p.date) >= days,
  );
  return end < 0 ? null : course.slice(from, end + 1);
};

const isPlateau = (values: readonly Point[]): boolean => {
  const first = (values[0] as Point).value;
  return values.every(({ value }) => reaches(first * 1.1, value) && reaches(value, first * 0.9));
};

const isRise = (values: readonly Point[]): boolean => {
  const [first, last] = [values[0] as Point, values.at(-1) as Point];
  return (
    isOver(last.value, first.value * 1.1) &&
    values.every((p, i) => i === 0 || isOver(p.value, (values[i - 1] as Point).value))
  );
};

/**
 * Gestational trophoblastic neoplasia after a mole: a plateau (±10 %) of four values over three weeks, a rise of more than
 * 10 % of three values over two weeks, or hCG still raised six months after the evacuation. Source: Ngan HYS et al. (FIGO),
 * Int J Gynaecol Obstet 2018;143 Suppl 2:79–85.
 *
 * @param evacuation null where it is not known: the last criterion is not asked
 */
export const figoHcg = (points: readonly Point[], evacuation: string | null): Judgement => {
  const course = measured(points);
  const raised = (p: Point): boolean => isOver(p.value, 5);
  const still = evacuation === null ? null : addMonths(evacuation, 6);
  for (const [end, last] of course.entries()) {
    if (!raised(last)) continue;
    for (let begin = 0; begin < end; begin++) {
      const flat = stretch(course, begin, 21, 4);
      if (flat !== null && flat.at(-1) === last && flat.every(raised) && isPlateau(flat))
        return alertOf(
          { date: last.date, confirmed: last.date, from: flat[0] ?? null, to: last },
          `${flat.map(({ value }) => value).join(', ')} IU/L: a plateau within 10 % over three weeks.`,
          `${flat.map(({ value }) => value).join('、')} IU/L：3周内波动不超过10%（平台）。`,
        );
      const rising = stretch(course, begin, 14, 3);
      if (rising !== null && rising.at(-1) === last && rising.every(raised) && isRise(rising))
        return alertOf(
          { date: last.date, confirmed: last.date, from: rising[0] ?? null, to: last },
          `${rising.map(({ value }) => value).join(', ')} IU/L: a rise of more than 10 % over two weeks.`,
          `${rising.map(({ value }) => value).join('、')} IU/L：2周内升高超过10%。`,
        );
    }
    if (still !== null && last.date >= still)
      return alertOf(
        { date: last.date, from: course[0] ?? null, to: last },
        `${last.value} IU/L is still raised six months after the evacuation.`,
        `清宫后6个月仍升高（${last.value} IU/L）。`,
      );
  }
  const [a, b] = course.slice(-2);
  if (a !== undefined && b !== undefined && raised(b) && isOver(b.value, a.value * 1.1))
    return {
      ...pendingOf(
        b,
        a,
        7,
        `${a.value} to ${b.value} IU/L is one rise.`,
        `${a.value}升至${b.value} IU/L，升高一次。`,
      ),
      repeatBy: dayAfter(b.date, 7),
    };
  return nothing('No plateau and no rise by FIGO.', '未达到FIGO平台或升高标准。');
};
