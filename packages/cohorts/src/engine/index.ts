/** Definitions understood, and read as SQL or as sets of cases. */
export { isDecidedAfterDiagnosis } from '../after-diagnosis.ts';
export { asKnown } from '../as-known.ts';
export { type AskedColumn, notInRelease } from '../asked-columns.ts';
export { canonical, canonicalCriterion } from '../canonical.ts';
export { partsOfTime } from '../criteria/time/parts.ts';
export { drugLabel, regimenLabel } from '../criteria/treatment/meaning.ts';
export { EVENT_TABLES, type Event, type EventTable, eventTable } from '../criterion/event.ts';
export type { Series } from '../criterion/series.ts';
export type {
  Around,
  Happening,
  Mark,
  Observed,
  Occurrence,
  Timeline,
} from '../criterion/timeline.ts';
export {
  dated,
  FLAG_COLUMNS,
  type FlagColumn,
  TEXT_COLUMNS,
  type TextColumn,
  WHOLE_COLUMNS,
  type Where,
  type WholeColumn,
} from '../criterion/where.ts';
export { lint } from '../lint.ts';
export { malignantUnlessSaid } from '../malignant-unless-said.ts';
export { type ParsedDefinition, parseDefinition } from '../parse.ts';
export { print } from '../print.ts';
export type { Problem, ProblemCode } from '../problem.ts';
export { parseStudy } from '../study/parse-study.ts';
export { tabulatedAround } from '../tabulated.ts';
export { branchOf, leavesOf, placeIn, type Tree } from '../tree.ts';
export {
  add,
  type Bits,
  every,
  forEach,
  has,
  lowest,
  none,
  or,
  rowsIn,
  weight,
} from './bits.ts';
export { cohortId } from './cohort-id.ts';
export type { Coded, CriteriaColumns } from './columns.ts';
export { evaluate } from './evaluate.ts';
export type { Dialect } from './event-sql.ts';
export { type Parameter, Parameters } from './parameters.ts';
export { seriesSql } from './series-sql.ts';
export { type CasesByEvents, casesWhere } from './sets.ts';
export { personsSql, whereSql } from './sql.ts';
export { whereOf } from './where-of.ts';
