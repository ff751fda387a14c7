export { conceptSetSql } from './codesets.ts';
export { type CompiledCohort, compileCohort } from './cohort.ts';
export {
  type CohortPeriod,
  type GeneratedCohort,
  generateCohort,
  type InclusionCounts,
  type RuleCount,
  type SqlConnection,
} from './generate.ts';
export type { NameOptions } from './names.ts';
