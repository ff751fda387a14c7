export {
  type Acknowledgement,
  type Answered,
  acknowledgementOf,
  answeredOf,
  isAnswerWanted,
} from './answers/ack.ts';
export { operationOutcomeOf } from './answers/operation-outcome.ts';
export { withoutLongAttachments } from './attachments/split.ts';
export { attachmentStore } from './attachments/store.ts';
export type { Person } from './edits/edit.ts';
export { examineAlone } from './edits/examine.ts';
export { type ListedEdit, listedEdits } from './edits/listed.ts';
export { EDITS_VERSION } from './edits/registry.ts';
export { type EnteredOutcome, enterRecords } from './entered/enter.ts';
export { problemsOf } from './entered/problems.ts';
export { exampleOf } from './formats/csv/example.ts';
export { fileKeys } from './formats/csv/file-keys.ts';
export {
  type CsvRequest,
  csvPart,
  csvRows,
  type RowProblem,
  recordsOf,
  refusedFile,
  rowProblem,
} from './formats/csv/format.ts';
export type { Header } from './formats/csv/header.ts';
export { type KindProfile, profilesOf } from './formats/csv/kinds.ts';
export { type CsvMapping, csvMapping, isHeaderOf, mappingIssue } from './formats/csv/mapping.ts';
export { type FileAsked, type FilePart, partsOf } from './formats/csv/parts.ts';
export { type FilePreview, previewFile } from './formats/csv/preview.ts';
export { asText, delimiterOf, type FileRow, rowOf, rowsIn } from './formats/csv/records.ts';
export { type FhirRequest, fhir } from './formats/fhir/format.ts';
export { readSubmission } from './formats/fhir/read.ts';
export { type FhirReaders, fhirReadersOf } from './formats/fhir/readers.ts';
export { structureCheck } from './formats/fhir/structure.ts';
export { messagesOf } from './formats/hl7v2/batch.ts';
export { decodeMessage } from './formats/hl7v2/charset.ts';
export { type Hl7v2Request, hl7v2, messagesTogether } from './formats/hl7v2/format.ts';
export { type Frame, framed, frameReader, LONGEST_MESSAGE } from './formats/hl7v2/frames.ts';
export { parseMessage, partAt, type Segment } from './formats/hl7v2/message.ts';
export type { Outcome, TypeCounts } from './ingest/counts.ts';
export {
  holdStored,
  ingest,
  ingestTogether,
  readAgain,
  type StoredSubmission,
  takeUpAgain,
} from './ingest/ingest.ts';
export type {
  Claim,
  Claimed,
  Linked,
  PatientRegistry,
  Seen,
  StoredRecord,
} from './ingest/pool.ts';
export type { EntryResult, IngestResult } from './ingest/results.ts';
export type { Submission } from './ingest/submission.ts';
export { versionTag } from './ingest/versions.ts';
export { type Intake, intakeOf } from './intake.ts';
export type { Correction } from './quarantine/correct.ts';
export { type Decided, type Decision, decide, examineHeld } from './quarantine/decide.ts';
export { type HeldDetail, heldDetail } from './quarantine/detail.ts';
export { type Faulty, faultyOf } from './quarantine/faulty.ts';
export { type ListedHeld, listHeld } from './quarantine/list.ts';
export type { Format, Reading, ReadSubmission, ReadUnit } from './units.ts';
