import type { CohortDefinition, Criterion } from '@nodp/cohorts';
import {
  add,
  asKnown,
  type Bits,
  casesWhere,
  dated,
  type Event,
  evaluate,
  every,
  none,
  type Timeline,
  whereOf,
} from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import type { CaseColumns } from './case-columns.ts';
import { forEachEvent } from './events.ts';
import { casesWithSeriesBy } from './series.ts';
import { timelinesOf } from './timelines.ts';

/** The cases of the persons who had an event that may be of them at most so many days after their diagnosis. */
const casesWithEventBy =
  (columns: CaseColumns, engine: Engine, most: number) =>
  async (event: Event): Promise<Bits> => {
    const bits = none(columns.rows);
    await forEachEvent(event, columns, engine, (row, days) => {
      if (days <= most) add(bits, row);
    });
    return bits;
  };

/** The cases known to meet a timeline at most so many days after their diagnosis. */
const casesByDay =
  (columns: CaseColumns, engine: Engine, most: number) =>
  async (timeline: Timeline): Promise<Bits> => {
    const bits = none(columns.rows);
    const days = await timelinesOf(columns, engine).firstDays(timeline);
    days.forEach((day, row) => {
      if (day <= most) add(bits, row);
    });
    return bits;
  };

/**
 * The cases that satisfy a definition by what had happened so many days after diagnosis: a treatment or a test counts
 * from its day on, one whose day is not known does not.
 */
export const casesAtLandmark = (
  definition: CohortDefinition,
  columns: CaseColumns,
  engine: Engine,
  days: number,
): Promise<Bits> =>
  evaluate(asKnown(definition), every(columns.rows), (criterion: Criterion) =>
    casesWhere(dated(whereOf(criterion)), columns, {
      withEvent: casesWithEventBy(columns, engine, days),
      withTimeline: casesByDay(columns, engine, days),
      withSeries: casesWithSeriesBy(columns, engine, days),
    }),
  );
