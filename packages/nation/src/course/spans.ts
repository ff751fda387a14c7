import type { Random } from '../random/random.ts';
import type { Day } from '../time/days.ts';
import { weekdayOf, workdayBefore } from '../time/workdays.ts';
import type { Course } from './course.ts';

export type TreatmentStatus = 'completed' | 'stopped' | 'in-progress';

export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly status: TreatmentStatus;
}

/** The last day on which the patient is treated: the dying are spared their last weeks. */
export const lastTreated = (random: Random, { death, end }: Course): Day =>
  death === null ? end : end - (death === 'cancer' ? 5 + random.below(25) : 1 + random.below(4));

/** What is not over when the patient is last seen goes on; that of the dead and of who was lost ended. */
const cutOff = ({ death, lost }: Course): TreatmentStatus =>
  death === null && !lost ? 'in-progress' : 'stopped';

/** A course of drugs cut off by what comes first: `last` from `lastTreated`, `stopsAt` what makes it useless. */
export const drugSpan = (
  random: Random,
  course: Course,
  from: Day,
  days: number,
  last: Day,
  stopsAt: Day | null,
): Span => {
  const planned = from + Math.max(1, Math.round(days * Math.exp(0.25 * random.normal())));
  const wanted = stopsAt !== null && stopsAt > from ? Math.min(planned, stopsAt) : planned;
  if (wanted > last) return { from, to: Math.max(from, last), status: cutOff(course) };
  const stopped = wanted < planned || random.chance(0.1);
  const to = Math.max(from, workdayBefore(wanted));
  return { from, to, status: stopped ? 'stopped' : 'completed' };
};

/** Five fractions a week: the day of the last one. */
const lastFraction = (from: Day, fractions: number): Day => {
  const first = weekdayOf(from) - 1;
  const place = first + fractions - 1;
  return from + Math.floor(place / 5) * 7 + (place % 5) - first;
};

/** Working days from one to another, both of them included. */
const workdaysUntil = (from: Day, to: Day): number => {
  let n = 0;
  for (let day = from; day <= to; day++) if (weekdayOf(day) % 6 !== 0) n++;
  return n;
};

/** A course of radiotherapy from a working day on, and how many fractions of it were given. */
export const beamSpan = (
  random: Random,
  course: Course,
  from: Day,
  planned: number,
  last: Day,
): Span & { readonly given: number } => {
  const broken = random.chance(0.04);
  const wanted = broken ? 1 + random.below(planned - 1) : planned;
  const to = lastFraction(from, wanted);
  if (to <= last) return { from, to, status: broken ? 'stopped' : 'completed', given: wanted };
  const until = Math.max(from, workdayBefore(last));
  const given = Math.max(1, workdaysUntil(from, until));
  return { from, to: until, status: cutOff(course), given };
};
