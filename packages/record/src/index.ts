export type { BulkStorage, PatientRegistry, PutRow, StoredPatient, WholeRow } from './bulk.ts';
export { instant, isDay, partialDate } from './dates.ts';
export { decimalIn, difference, isZero, product, sum } from './decimal.ts';
export type { Issue, IssueCode } from './issue.ts';
export * from './kind.ts';
export type { KindModule, KindModules } from './kind-module.ts';
export {
  amountColumns,
  codedColumns,
  dateColumns,
  type Mapping,
  mapping,
  plainColumns,
  type Stored,
} from './mapping.ts';
export type { Coded, Comparator, PartialDate, Precision, Quantity, Source } from './values.ts';
export type { KindWriter, Resolved, Writing, WrittenRecord } from './writing.ts';
