import type { MarkerUse } from '../cancers/model.ts';
import { analyte } from '../laboratory/analytes.ts';
import type { Random } from '../random/random.ts';
import type { Day } from '../time/days.ts';
import type { Course } from './course.ts';
import type { Care } from './treatment.ts';

/** Days in which what a removed tumour shed falls by half. */
const HALF_LIFE = 9;
/** Days in which a growing tumour sheds twice as much. */
const DOUBLING = 45;

/**
 * How a tumour marker stands on a day, in the analyte's unit, without the day's own scatter: as in health
 * plus what the tumour sheds. That falls after an operation or while drugs work, and rises for months
 * before the relapse is seen.
 */
export const markerCourse = (
  random: Random,
  use: MarkerUse,
  course: Course,
  care: Care,
): ((day: Day) => number) => {
  const [median, spread] = analyte(use.analyte).healthy;
  const own = median * Math.exp(spread * random.normal());
  if (!random.chance(use.shedding)) return () => own;
  const shed = (use.median[course.stage] ?? median) * Math.exp(0.55 * random.normal());
  const removed = care.surgery?.on ?? null;
  const treated = care.systemic[0]?.from ?? care.radiotherapy[0]?.from ?? null;
  const left = removed !== null ? 0.002 : 0.15 + 0.25 * random.unit();
  const answered = removed ?? treated;
  return (day) => {
    let tumour = shed;
    if (answered !== null && day > answered) {
      const halves = (day - answered) / (removed !== null ? HALF_LIFE : 3 * HALF_LIFE);
      tumour = shed * Math.max(left, 2 ** -halves);
    } else if (answered === null) {
      tumour = shed * Math.min(8, 2 ** ((day - course.diagnosed) / (3 * DOUBLING)));
    }
    if (course.relapse !== null) {
      const back = shed * 1.1 * Math.min(12, 2 ** ((day - course.relapse) / DOUBLING));
      tumour = Math.max(tumour, back);
    }
    return own + tumour;
  };
};
