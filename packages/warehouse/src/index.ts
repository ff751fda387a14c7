export {
  type AfterTreatment,
  BEST_STATUSES,
  type BestStatus,
} from './columns/after-treatment.ts';
export { type CaseColumns, readCaseColumns } from './columns/case-columns.ts';
export type { CaseDetail } from './columns/case-details.ts';
export {
  type CohortSets,
  cohortsInMemory,
  type FacetSet,
} from './columns/cohorts.ts';
export { COST_CLASSES, MOST_COST } from './columns/cost-classes.ts';
export { ENDPOINTS, type Endpoint } from './columns/endpoints.ts';
export { FACETS, type Facet } from './columns/facets.ts';
export { type Members, printedOf } from './columns/members.ts';
export { personBits } from './columns/person-keys.ts';
export type { AnalyteResults } from './columns/results.ts';
export type { ScreeningRow, ScreeningRows } from './columns/screening-rows.ts';
export { type SurvivalSets, setWhere } from './columns/survival-sets.ts';
export type { TreatmentLine, TreatmentLines } from './columns/treatment-lines.ts';
export { type Crossings, crossingsOf, type Division } from './crossing/crossing.ts';
export {
  type CrossDimension,
  placesBy,
  type RegistryOf,
  type SitePlace,
  type ValuesOf,
} from './crossing/dimensions.ts';
export {
  type CompletenessSets,
  type DiseaseDivision,
  type DiseaseSets,
  placesOf,
} from './diseases/sets.ts';
export { DISEASE_TABLES, diseaseTable } from './diseases/tables.ts';
export { openDuckdb } from './engines/duckdb.ts';
export type {
  Cohorts,
  Compiled,
  Engine,
  FacetCount,
  SurvivalColumns,
} from './engines/engine.ts';
export { literal } from './engines/literal.ts';
export { loadPostgres } from './engines/load-postgres.ts';
export { openPostgres } from './engines/postgres.ts';
export { type Omop, openOmop } from './omop/open-omop.ts';
export { type EngineName, folderOf } from './releases/configuration.ts';
export {
  createReleases,
  type ListedRelease,
  type OpenRelease,
  type Purpose,
  type ReleaseKey,
  type Releases,
  type Told,
} from './releases/releases.ts';
export { disclosureSecret, secretFor } from './releases/secret.ts';
export {
  type Column,
  type ColumnType,
  sqlType,
  type Table,
  type TableName,
} from './schema/columns.ts';
export { columnsSql, TABLES, table } from './schema/tables.ts';
export { type Counts, cellTablesOf } from './tabulation/cell-tables.ts';
export { tabulate } from './tabulation/tabulate.ts';
export {
  BASES,
  type Breakdown,
  type CaseFilter,
  CELLS,
  type Cells,
  type CellTables,
  FIVE_YEARS,
  MARKS,
  type Mark,
  STAGING,
  type SurvivalCounts,
  TABLE_AGES,
  TABLE_SEXES,
  type Tabulation,
  type Tally,
  UNTIMED,
} from './tabulation/tabulation.ts';
