import { has } from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import { type Later, NO_LINE, nextTreatment } from './after-treatment.ts';
import type { CaseColumns } from './case-columns.ts';
import type { Members } from './members.ts';
import { collecting, type SurvivalSets } from './survival-sets.ts';

/** What is waited for. */
export const ENDPOINTS = [
  /** Death from any cause, from diagnosis. */
  'OVERALL',
  /** Death from a neoplasm, from diagnosis; other deaths compete. */
  'CANCER_SPECIFIC',
  /** The first recurrence or progression, or death, from diagnosis. */
  'RECURRENCE_FREE',
  /** The next systemic treatment, or death, from the start of the first. */
  'NEXT_TREATMENT',
] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** Event 1 is what is waited for, 2 what competes, 0 the end of follow-up; null where the time is not known. */
interface Course {
  readonly time: number;
  readonly event: 0 | 1 | 2;
}
type CourseOf = (row: number) => Course | null;

/** A cause of death that is not known. */
const NOT_KNOWN = 2;

/** A column of cases that only endpoints ask, by row. */
const columnOf = async (
  expression: string,
  columns: CaseColumns,
  engine: Engine,
): Promise<Int32Array> => {
  const [person = new Int32Array(), place = new Int32Array(), value = new Int32Array()] =
    await engine.integers({
      text: `select cast(c.person_key as integer) as person, cast(c.case_number as integer) as place, cast(${expression} as integer) as value
        from ${engine.dialect.table('cases')} c`,
      parameters: [],
    });
  const byRow = new Int32Array(columns.rows).fill(-1);
  person.forEach((key, i) => {
    byRow[(columns.firstRow[key] as number) + (place[i] as number) - 1] = value[i] as number;
  });
  return byRow;
};

const overall = ({ survivalDays, flags }: CaseColumns): CourseOf => {
  return (row) => {
    const time = survivalDays[row] as number;
    return time < 0 ? null : { time, event: has(flags.died, row) ? 1 : 0 };
  };
};

/** Who died of what nobody said is left out: neither answer would be known to be right. */
const cancerSpecific = async (columns: CaseColumns, engine: Engine): Promise<CourseOf> => {
  const cause = await columnOf(
    `case when c.cancer_death then 1 when c.cancer_death is null then ${NOT_KNOWN} else 0 end`,
    columns,
    engine,
  );
  const alive = overall(columns);
  return (row) => {
    const course = alive(row);
    if (course === null || course.event === 0) return course;
    if (cause[row] === NOT_KNOWN) return null;
    return { time: course.time, event: cause[row] === 1 ? 1 : 2 };
  };
};

const recurrenceFree = async (columns: CaseColumns, engine: Engine): Promise<CourseOf> => {
  const recurrence = await columnOf('coalesce(c.recurrence_days, -1)', columns, engine);
  const alive = overall(columns);
  return (row) => {
    const course = alive(row);
    const day = recurrence[row] as number;
    if (course === null || day < 0 || day > course.time) return course;
    return { time: day, event: 1 };
  };
};

interface Systemic {
  readonly day: number;
  readonly line: number;
  readonly drug: number;
  readonly firstCase: number;
  readonly lastCase: number;
}

const systemicOf = async (engine: Engine): Promise<ReadonlyMap<number, readonly Systemic[]>> => {
  const whole = (expression: string) => `cast(${expression} as integer)`;
  const [keys = new Int32Array(), ...rest] = await engine.integers({
    text: `select ${whole('t.person_key')} as key, ${whole('t.start_days')} as day, ${whole(`coalesce(t.line, ${NO_LINE})`)} as line,
        ${whole(`dense_rank() over (order by coalesce(t.drug, ''))`)} as drug,
        ${whole('coalesce(t.first_case, 1)')} as first_case, ${whole('coalesce(t.last_case, 32767)')} as last_case
      from ${engine.dialect.table('treatments')} t
      where t.kind = 'SYSTEMIC' and t.start_days is not null order by 1, 2`,
    parameters: [],
  });
  const found = new Map<number, Systemic[]>();
  keys.forEach((key, i) => {
    const [day = 0, line = NO_LINE, drug = 0, firstCase = 1, lastCase = 1] = rest.map(
      (column) => column[i] as number,
    );
    const own = found.get(key);
    const one = { day, line, drug, firstCase, lastCase };
    if (own === undefined) found.set(key, [one]);
    else own.push(one);
  });
  return found;
};

/** The drugs begun on the first day are one treatment; what comes next is told as after any treatment. */
const untilNext = async (columns: CaseColumns, engine: Engine): Promise<CourseOf> => {
  const { person, firstRow, originDays } = columns;
  const systemic = await systemicOf(engine);
  const alive = overall(columns);
  return (row) => {
    const key = person[row] as number;
    const place = row - (firstRow[key] as number) + 1;
    const own = (systemic.get(key) ?? []).filter(
      ({ firstCase, lastCase }) => firstCase <= place && place <= lastCase,
    );
    const [first] = own;
    const course = alive(row);
    if (first === undefined || course === null) return null;
    // Treatments count from the person's first diagnosis, follow-up from that of the case.
    const end = course.time + Math.max(0, originDays[row] as number);
    if (end < first.day) return null;
    const drugs = new Set(own.filter(({ day }) => day === first.day).map(({ drug }) => drug));
    const later = own.map(({ day, line, drug }): Later => ({ day, line, own: drugs.has(drug) }));
    const next = nextTreatment(later, first.day);
    return next <= end
      ? { time: next - first.day, event: 1 }
      : { time: end - first.day, event: course.event };
  };
};

const courses: Record<
  Endpoint,
  (columns: CaseColumns, engine: Engine) => CourseOf | Promise<CourseOf>
> = {
  OVERALL: overall,
  CANCER_SPECIFIC: cancerSpecific,
  RECURRENCE_FREE: recurrenceFree,
  NEXT_TREATMENT: untilNext,
};

/**
 * Times of the members of cohorts until an endpoint. Who had it, or was last seen, by the landmark is left out, as is whose time
 * is not known.
 * @param landmark days after time zero from which time counts; 0 for time zero itself
 */
export const endpointSets = async (
  { arm, row, shared }: Members,
  arms: number,
  endpoint: Endpoint,
  landmark: number,
  columns: CaseColumns,
  engine: Engine,
): Promise<SurvivalSets> => {
  const courseOf = await courses[endpoint](columns, engine);
  const sets = collecting(columns, arms);
  row.forEach((place, i) => {
    const course = courseOf(place);
    const of = arm[i] as number;
    if (course === null || (landmark > 0 && course.time <= landmark)) sets.leave(of, place);
    else sets.put(of, place, { entry: 0, time: course.time - landmark, event: course.event });
  });
  // Who is in several cohorts is no member of one.
  return { ...sets.done(), shared, inSeveralArms: shared.count };
};
