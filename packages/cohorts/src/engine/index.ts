/** Definitions understood, and read as SQL or as sets of cases. */
export { isDecidedAfterDiagnosis } from '../after-diagnosis.ts';
export { canonical, canonicalCriterion } from '../canonical.ts';
export {
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
export { type Parameter, Parameters } from './parameters.ts';
export { casesWhere } from './sets.ts';
export { type Dialect, personsSql, whereSql } from './sql.ts';
export { whereOf } from './where-of.ts';
