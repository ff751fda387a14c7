export * from '@nodp/record';
export { operationOutcomeOf } from './fhir/issue.ts';
export { type ReadEntry, type Reading, type ReadSubmission, readSubmission } from './fhir/read.ts';
export { CLINICAL_TYPES } from './fhir/references.ts';
export { type StructureCheck, structureCheck } from './fhir/structure.ts';
export type { Outcome, TypeCounts } from './ingest/counts.ts';
export { ingest, type Submission } from './ingest/ingest.ts';
export type {
  Claim,
  Claimed,
  ClinicalPool,
  PatientRegistry,
  RecordWriter,
  Resolved,
  Seen,
  SentRecord,
  WrittenRecord,
} from './ingest/pool.ts';
export type { EntryResult, IngestResult } from './ingest/results.ts';
export type { Intake } from './ingest/work.ts';
export {
  amountColumns,
  codedColumns,
  dateColumns,
  type Mapping,
  mapping,
  plainColumns,
  writerOf,
} from './ingest/writer.ts';
