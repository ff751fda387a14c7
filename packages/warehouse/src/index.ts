export type { Compiled, Dialect, Parameter } from './compile/condition.ts';
export {
  attritionPlan,
  countPlan,
  FACETS,
  type Facet,
  facetsPlan,
  survivalPlan,
} from './compile/plans.ts';
export { canonical, cohortId } from './definition/canonical.ts';
export {
  type CohortDefinition,
  type CohortSex,
  type CohortStage,
  type Criterion,
  FINDINGS,
  type Finding,
  type Range,
  SEXES,
  STAGES,
  stepsOf,
  TREATMENT_KINDS,
  type TreatmentKind,
} from './definition/definition.ts';
export { lint, type Problem, type ProblemCode } from './definition/lint.ts';
export { print, SEX_LABELS, STAGE_LABELS } from './definition/print.ts';
export {
  type Disclosed,
  type DisclosureRule,
  defaultRule,
  disclose,
  discloseNested,
  discloseTable,
} from './disclosure/index.ts';
export { literal, openDuckdb } from './engines/duckdb.ts';
export {
  attrition,
  count,
  type Engine,
  type FacetCount,
  facets,
  type SurvivalColumns,
  survival,
} from './engines/engine.ts';
export { loadPostgres } from './engines/load-postgres.ts';
export { openPostgres } from './engines/postgres.ts';
export {
  type Column,
  type ColumnType,
  sqlType,
  type Table,
  type TableName,
} from './schema/columns.ts';
export { columnsSql, TABLES, table } from './schema/tables.ts';
