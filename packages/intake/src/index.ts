export { operationOutcomeOf } from './fhir/issue.ts';
export { type ReadEntry, type Reading, type ReadSubmission, readSubmission } from './fhir/read.ts';
export { type FhirReaders, fhirReadersOf } from './fhir/readers.ts';
export { type StructureCheck, structureCheck } from './fhir/structure.ts';
export type { Outcome, TypeCounts } from './ingest/counts.ts';
export { ingest, type Submission } from './ingest/ingest.ts';
export { type Intake, intakeOf } from './ingest/intake.ts';
export type {
  Claim,
  Claimed,
  PatientRegistry,
  Seen,
  SentRecord,
} from './ingest/pool.ts';
export type { EntryResult, IngestResult } from './ingest/results.ts';
