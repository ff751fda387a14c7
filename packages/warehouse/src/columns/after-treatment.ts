import type { CohortDefinition, Criterion } from '@nodp/cohorts';
import {
  dated,
  type Event,
  Parameters,
  personsSql,
  type Where,
  whereOf,
} from '@nodp/cohorts/engine';
import { addPerson, type Printed, printed, SUMS } from '@nodp/disclosure';
import type { Engine } from '../engines/engine.ts';
import type { CaseColumns } from './case-columns.ts';
import { firstDays, survivalOverTime } from './delayed-entry.ts';
import { sumOf } from './persons.ts';
import { collecting, type SurvivalSets } from './survival-sets.ts';
import { NEVER } from './timeline-days.ts';

/** The best status of the disease recorded in a treatment; `NOT_RECORDED` where none was. */
export const BEST_STATUSES = [
  'REMISSION',
  'IMPROVED',
  'STABLE',
  'PROGRESSED',
  'NOT_RECORDED',
] as const;
export type BestStatus = (typeof BEST_STATUSES)[number];

/** What became of the persons of a cohort from the start of a treatment. */
export interface AfterTreatment {
  /** Until death. */
  readonly overall: SurvivalSets;
  /** Until a progression or recurrence is recorded, the next systemic treatment begins, or death. */
  readonly untilNext: SurvivalSets;
  /** Persons by the best status recorded in between. */
  readonly best: Readonly<Record<BestStatus, Printed>>;
}

/** A systemic treatment begun so soon after is a part of the same one. */
export const SAME_TREATMENT_DAYS = 28;
/** No line was reported. */
export const NO_LINE = 0;

/** A systemic treatment, and whether it is a part of the one from which time counts. */
export interface Later {
  readonly day: number;
  readonly own: boolean;
  readonly line: number;
}
interface Assessed {
  readonly day: number;
  readonly status: BestStatus;
}

const byPerson = <T>(
  [keys = new Int32Array(), ...columns]: readonly Int32Array[],
  read: (values: readonly number[]) => T,
): Map<number, T[]> => {
  const found = new Map<number, T[]>();
  keys.forEach((key, i) => {
    const one = read(columns.map((column) => column[i] as number));
    const known = found.get(key);
    if (known === undefined) found.set(key, [one]);
    else known.push(one);
  });
  return found;
};

/** Systemic treatments of everybody who ever had the treatment, each with whether it is that one. */
const systemicOf = async (event: Event, engine: Engine): Promise<Map<number, Later[]>> => {
  const parameters = new Parameters();
  const { dialect } = engine;
  const persons = personsSql(event, parameters, dialect);
  const own = personsSql(event, parameters, dialect, ', e.start_days as day, e.drug as drug');
  const text = `select cast(t.person_key as integer) as key, cast(t.start_days as integer) as day,
      cast(coalesce(t.line, ${NO_LINE}) as integer) as line, cast(case when o.key is null then 0 else 1 end as integer) as own
    from ${dialect.table('treatments')} t
    left join (select distinct key, day, drug from (${own}) x) o
      on o.key = t.person_key and o.day = t.start_days and o.drug is not distinct from t.drug
    where t.kind = 'SYSTEMIC' and t.start_days is not null and t.person_key in (select key from (${persons}) y)`;
  const rows = await engine.integers({ text, parameters: parameters.values });
  return byPerson(rows, ([day = 0, line = NO_LINE, mine = 0]) => ({ day, line, own: mine === 1 }));
};

/** Statuses of the disease of the same persons; a recurrence is a progression. */
const statusesOf = async (event: Event, engine: Engine): Promise<Map<number, Assessed[]>> => {
  const parameters = new Parameters();
  const { dialect } = engine;
  const persons = personsSql(event, parameters, dialect);
  const rank = `case o.trend when 'REMISSION' then 0 when 'IMPROVED' then 1 when 'STABLE' then 2 else 3 end`;
  const text = `select cast(o.person_key as integer) as key, cast(o.assessed_days as integer) as day, cast(${rank} as integer) as status
    from ${dialect.table('outcomes')} o
    where o.assessed_days is not null and o.trend in ('REMISSION', 'IMPROVED', 'STABLE', 'PROGRESSED', 'RECURRED')
      and o.person_key in (select key from (${persons}) y)`;
  const rows = await engine.integers({ text, parameters: parameters.values });
  return byPerson(rows, ([day = 0, status = 0]) => ({
    day,
    status: BEST_STATUSES[status] as BestStatus,
  }));
};

/**
 * The first day after the beginning on which the next systemic treatment began: one of a later line where both lines were reported, the
 * same drug given again among them; else another drug begun more than four weeks later. `NEVER` where nothing did.
 */
export const nextTreatment = (treatments: readonly Later[], began: number): number => {
  const line = treatments.find(({ own, day }) => own && day === began)?.line ?? NO_LINE;
  const isNext = (later: Later): boolean => {
    if (later.day <= began) return false;
    if (line !== NO_LINE && later.line !== NO_LINE) return later.line > line;
    return !later.own && later.day > began + SAME_TREATMENT_DAYS;
  };
  return treatments.reduce(
    (first, each) => (isNext(each) ? Math.min(first, each.day) : first),
    NEVER,
  );
};

const isEvent = (where: Where): where is Event => where.kind === 'event';

/**
 * What became of the persons of a cohort from the start of a treatment that its definition asks for. Who came into the cohort later
 * than the treatment began (a test that came after it) is left out: nobody of those could die before.
 *
 * @param treatment the criterion of the definition from whose day time counts
 * @throws RangeError where the criterion asks for no dated treatment
 */
export const afterTreatment = async (
  definition: CohortDefinition,
  treatment: Extract<Criterion, { treatment: unknown }>,
  columns: CaseColumns,
  engine: Engine,
): Promise<AfterTreatment> => {
  const where = dated(whereOf(treatment));
  if (!isEvent(where)) throw new RangeError('The criterion asks for no treatment with a day.');
  const [sets, starts, systemic, statuses] = await Promise.all([
    survivalOverTime([definition], columns, engine),
    firstDays(where, columns, engine),
    systemicOf(where, engine),
    statusesOf(where, engine),
  ]);
  const overall = collecting(columns, 1);
  const untilNext = collecting(columns, 1);
  const sums = new Int32Array(BEST_STATUSES.length * SUMS);
  const counts = new Int32Array(BEST_STATUSES.length);
  sets.row.forEach((row, i) => {
    const [entry, time] = [sets.entry[i] as number, sets.time[i] as number];
    if (entry !== starts[row]) return;
    const person = columns.person[row] as number;
    // Events count from the person's first diagnosis, times from that of the case.
    const since = Math.max(0, columns.originDays[row] as number);
    const began = entry + since;
    const of = statuses.get(person) ?? [];
    const progressed = of.reduce(
      (first, { day, status }) =>
        status === 'PROGRESSED' && day > began ? Math.min(first, day) : first,
      NEVER,
    );
    const next = Math.min(progressed, nextTreatment(systemic.get(person) ?? [], began));
    const end = time + since;
    const until = Math.min(next, end);
    overall.put(0, row, { entry: 0, time: time - entry, event: sets.event[i] === 1 ? 1 : 0 });
    untilNext.put(0, row, {
      entry: 0,
      time: until - began,
      event: next <= end || sets.event[i] === 1 ? 1 : 0,
    });
    const best = of.reduce(
      (least, { day, status }) =>
        day > began && day <= until ? Math.min(least, BEST_STATUSES.indexOf(status)) : least,
      BEST_STATUSES.length - 1,
    );
    counts[best] = (counts[best] as number) + 1;
    addPerson(sums, best * SUMS + sumOf(columns, row), columns.keys[row] as number);
  });
  const best = Object.fromEntries(
    BEST_STATUSES.map((status, i) => [
      status,
      printed(counts[i] as number, sums.slice(i * SUMS, (i + 1) * SUMS)),
    ]),
  ) as Record<BestStatus, Printed>;
  return { overall: overall.done(), untilNext: untilNext.done(), best };
};
