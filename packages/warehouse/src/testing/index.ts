export { cohortsBySql } from './by-sql/cohorts-by-sql.ts';
export { type Rows, randomRows, writeRelease } from './write-release.ts';
