import { type Bits, forEach, has } from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import { type CaseColumns, endOfPerson } from './case-columns.ts';
import { collecting, type SurvivalSets } from './survival-sets.ts';

interface Course {
  /** Days from the person's first diagnosis. */
  readonly began: number;
  readonly failed: number | null;
  readonly followed: number;
  readonly firstCase: number;
  readonly lastCase: number;
}

const NOT_KNOWN = -2_147_483_648;
const ANY = 32_767;

/** Courses of radiotherapy after which a lesion was examined, by person, in order of time. */
const coursesOf = async (engine: Engine): Promise<ReadonlyMap<number, readonly Course[]>> => {
  const whole = (expression: string) => `cast(${expression} as integer)`;
  const [keys = new Int32Array(), ...columns] = await engine.integers({
    text: `select ${whole('t.person_key')} as key, ${whole('t.start_days')} as began,
        ${whole(`coalesce(t.local_failure_days, ${NOT_KNOWN})`)} as failed, ${whole('t.local_followed_days')} as followed,
        ${whole('coalesce(t.first_case, 1)')} as first_case, ${whole(`coalesce(t.last_case, ${ANY})`)} as last_case
      from ${engine.dialect.table('treatments')} t
      where t.kind = 'RADIOTHERAPY' and t.start_days is not null and t.local_followed_days is not null
      order by 1, 2`,
    parameters: [],
  });
  const found = new Map<number, Course[]>();
  keys.forEach((key, i) => {
    const [began = 0, failed = 0, followed = 0, firstCase = 1, lastCase = ANY] = columns.map(
      (column) => column[i] as number,
    );
    const course = { began, failed: failed === NOT_KNOWN ? null : failed, followed };
    const courses = found.get(key) ?? [];
    courses.push({ ...course, firstCase, lastCase });
    found.set(key, courses);
  });
  return found;
};

/**
 * Local control of the persons of a cohort from the start of their first course of radiotherapy that was followed: event 1 is the
 * first failure in the field or at its margin, event 2 death without one, 0 the last examination of a lesion. Persons without
 * such a course are left out.
 */
export const localControl = async (
  cases: Bits,
  columns: CaseColumns,
  engine: Engine,
): Promise<SurvivalSets> => {
  const { person, firstRow, survivalDays, originDays, flags } = columns;
  const courses = await coursesOf(engine);
  const sets = collecting(columns, 1);
  let last = -1;
  forEach(cases, (row) => {
    const key = person[row] as number;
    if (key === last) return;
    const first = firstRow[key] as number;
    const number = row - first + 1;
    const course = courses
      .get(key)
      ?.find(({ firstCase, lastCase }) => number >= firstCase && number <= lastCase);
    if (course === undefined) {
      // A later case of the person may be the one that was irradiated.
      if (row + 1 === endOfPerson(columns, row)) sets.leave(0, row);
      return;
    }
    last = key;
    const { began, failed, followed } = course;
    const since = Math.max(0, originDays[row] as number);
    const lived = survivalDays[row] as number;
    // Nobody is followed beyond death, the last contact and the day to which follow-up is complete.
    const end = lived >= 0 ? lived + since : Number.POSITIVE_INFINITY;
    if (failed !== null && failed <= end)
      sets.put(0, row, { entry: 0, time: failed - began, event: 1 });
    else if (lived >= 0 && has(flags.died, row) && end >= began)
      sets.put(0, row, { entry: 0, time: end - began, event: 2 });
    else
      sets.put(0, row, { entry: 0, time: Math.max(0, Math.min(followed, end) - began), event: 0 });
  });
  return sets.done();
};
