import type { CohortDefinition, Criterion } from '@nodp/cohorts';
import {
  asKnown,
  type Bits,
  type CasesByEvents,
  canonicalCriterion,
  casesWhere,
  dated,
  evaluate,
  every,
  forEach,
  has,
  isDecidedAfterDiagnosis,
  or,
  type Where,
  whereOf,
} from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import { type CaseColumns, endOfPerson } from './case-columns.ts';
import { forEachEvent } from './events.ts';
import { seriesDays } from './series.ts';
import { collecting, type SurvivalSets } from './survival-sets.ts';
import { NEVER } from './timeline-days.ts';
import { timelinesOf } from './timelines.ts';

type FirstDays = Int32Array;

const refused = () => {
  throw new Error('A condition without events asked for one.');
};
const withoutEvents: CasesByEvents = {
  withEvent: refused,
  withTimeline: refused,
  withSeries: refused,
};

const combined = (of: readonly FirstDays[], rows: number, kind: 'either' | 'both'): FirstDays => {
  const [start, pick] = kind === 'either' ? [NEVER, Math.min] : [0, Math.max];
  const days = new Int32Array(rows).fill(start);
  for (const each of of)
    for (let row = 0; row < rows; row++) days[row] = pick(days[row] as number, each[row] as number);
  return days;
};

/** From which day after its diagnosis on a condition is true of each case: 0 from the beginning, `NEVER` where never. */
export const firstDays = async (
  where: Where,
  columns: CaseColumns,
  engine: Engine,
): Promise<FirstDays> => {
  const { rows } = columns;
  if (where.kind === 'either' || where.kind === 'both') {
    const parts = await Promise.all(where.of.map((each) => firstDays(each, columns, engine)));
    return combined(parts, rows, where.kind);
  }
  if (where.kind === 'timeline') return timelinesOf(columns, engine).firstDays(where.timeline);
  if (where.kind === 'series') return seriesDays(where.series, columns, engine);
  const days = new Int32Array(rows).fill(NEVER);
  if (where.kind !== 'event') {
    const bits = await casesWhere(where, columns, withoutEvents);
    forEach(bits, (row) => {
      days[row] = 0;
    });
    return days;
  }
  await forEachEvent(where, columns, engine, (row, day) => {
    days[row] = Math.min(days[row] as number, Math.max(0, day));
  });
  return days;
};

type Ask = (row: number, day: number) => boolean;

/** A definition as a question of a case on a day; the criteria of events are retained, since it changes with them alone. */
const asked = async (
  definition: CohortDefinition,
  ofCriterion: (criterion: Criterion) => Promise<FirstDays>,
): Promise<Ask> => {
  const each = (of: readonly CohortDefinition[]) =>
    Promise.all(of.map((part) => asked(part, ofCriterion)));
  if ('all' in definition) {
    const of = await each(definition.all);
    return (row, day) => of.every((ask) => ask(row, day));
  }
  if ('any' in definition) {
    const of = await each(definition.any);
    return (row, day) => of.some((ask) => ask(row, day));
  }
  if ('atLeast' in definition) {
    const of = await each(definition.atLeast.of);
    const { least } = definition.atLeast;
    return (row, day) => of.reduce((n, ask) => n + (ask(row, day) ? 1 : 0), 0) >= least;
  }
  if ('atMost' in definition) {
    const of = await each(definition.atMost.of);
    const { most } = definition.atMost;
    return (row, day) => of.reduce((n, ask) => n + (ask(row, day) ? 1 : 0), 0) <= most;
  }
  if ('not' in definition) {
    const ask = await asked(definition.not, ofCriterion);
    return (row, day) => !ask(row, day);
  }
  const days = await ofCriterion(definition);
  return (row, day) => (days[row] as number) <= day;
};

/** The cases that may come to be in an arm: those that meet what no event decides. */
const candidates = (definition: CohortDefinition, columns: CaseColumns): Promise<Bits> | Bits => {
  const fixed =
    'all' in definition ? definition.all.filter((part) => !isDecidedAfterDiagnosis(part)) : [];
  return fixed.length === 0
    ? every(columns.rows)
    : evaluate({ all: fixed }, every(columns.rows), (criterion: Criterion) =>
        casesWhere(whereOf(criterion), columns, withoutEvents),
      );
};

/** From one day to another in an arm. */
interface Stay {
  readonly arm: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The arms of each person over time, from diagnosis: a person comes into an arm on the day on which its definition comes
 * true (delayed entry, left truncation) and leaves it when it does not hold any more, as the untreated do on the day of
 * their treatment. No arm is given a time in which nobody of it could have died (Mantel and Byar 1974; Simon and Makuch 1984).
 * A case that is in two arms at once is left out of all.
 */
export const survivalOverTime = async (
  definitions: readonly CohortDefinition[],
  columns: CaseColumns,
  engine: Engine,
): Promise<SurvivalSets> => {
  const arms = definitions.map(asKnown);
  const known = new Map<string, Promise<FirstDays>>();
  const events = new Set<string>();
  const ofCriterion = (criterion: Criterion): Promise<FirstDays> => {
    const key = JSON.stringify(canonicalCriterion(criterion));
    if (isDecidedAfterDiagnosis(criterion)) events.add(key);
    const days = known.get(key) ?? firstDays(dated(whereOf(criterion)), columns, engine);
    known.set(key, days);
    return days;
  };
  const asks = await Promise.all(arms.map((arm) => asked(arm, ofCriterion)));
  const possible = await Promise.all(arms.map((arm) => candidates(arm, columns)));
  const changing = await Promise.all(
    [...events].map((key) => known.get(key) as Promise<FirstDays>),
  );
  const { survivalDays, flags } = columns;
  const inAny = possible.reduce(or);
  const sets = collecting(columns, arms.length);

  /** The stays of a case until a day; null where it is in two arms at once. */
  const staysOf = (row: number, until: number): Stay[] | null => {
    const days = changing.map((each) => each[row] as number).filter((d) => d > 0 && d < until);
    const turns = [0, ...new Set(days.sort((a, b) => a - b)), until];
    const stays: Stay[] = [];
    for (let i = 0; i + 1 < turns.length; i++) {
      const [from, to] = [turns[i] as number, turns[i + 1] as number];
      const of = asks.flatMap((ask, arm) =>
        has(possible[arm] as Bits, row) && ask(row, from) ? [arm] : [],
      );
      if (of.length > 1) return null;
      const [arm] = of;
      const before = stays.at(-1);
      if (arm === undefined) continue;
      if (before?.arm === arm && before.to === from) stays[stays.length - 1] = { ...before, to };
      else stays.push({ arm, from, to });
    }
    return stays;
  };

  let last = -1;
  forEach(inAny, (first) => {
    const key = columns.person[first] as number;
    if (key === last) return;
    last = key;
    for (let row = first; row < endOfPerson(columns, first); row++) {
      const end = survivalDays[row] as number;
      // Whose time is not known, or ends on the day of diagnosis, is left out of the arm in which it would begin.
      const stays = staysOf(row, end > 0 ? end : 1);
      if (stays === null) return sets.share(row);
      if (stays.length === 0) continue;
      if (end <= 0) return sets.leave((stays[0] as Stay).arm, row);
      for (const { arm, from, to } of stays)
        sets.put(arm, row, {
          entry: from,
          time: to,
          event: to === end && has(flags.died, row) ? 1 : 0,
        });
      return;
    }
  });
  return sets.done();
};
