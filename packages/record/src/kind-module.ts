import type { CsvProfile } from './csv/profile.ts';
import type { FhirReader } from './fhir/reader.ts';
import type { FhirWriter } from './fhir/writer.ts';
import type { Kind, RecordOf } from './kind.ts';
import type { Mapping } from './mapping.ts';
import type { PartialDate } from './values.ts';
import type { KindWriter } from './writing.ts';

/** Everything that intake, storage and releases need to know of one kind of record. */
export interface KindModule<K extends Kind> {
  readonly kind: K;
  /** The rows of one table that records of the kind become; null where the kind's writer fills several. */
  readonly mapping: Mapping<K> | null;
  readonly writer: KindWriter<RecordOf<K>>;
  /** When the record says that the patient was met or heard of; null where it does not. */
  contact(record: RecordOf<K>): PartialDate | string | null;
  /** Whether what is known of tumours at diagnosis rests on the record, so that it is summed up anew when one is written. */
  decidesDiagnosis?(record: RecordOf<K>): boolean;
  /** Whether surveillance after treatment rests on the record, so that alerts are renewed when one is written. */
  decidesSurveillance?(record: RecordOf<K>): boolean;
  /** Whether the check of stages rests on the record, so that contradictions are searched for anew when one is written. */
  decidesStageCheck?(record: RecordOf<K>): boolean;
  /** Whether a record of the kind is evidence that its sender treats the patient: it opens what others know of the person. */
  readonly evidenceOfCare?: true;
  /**
   * Who resolves the kind's types and its fields of `Patient`, loaded where a graph is answered alone; null where
   * the graph shows the kind's rows through the patient alone.
   */
  readonly graph: (() => Promise<{ readonly resolvers: Readonly<Record<string, object>> }>) | null;
  /** Null where no resource of FHIR is of the kind. */
  readonly fhir: FhirReader | null;
  /** Writes the kind's rows as FHIR; null where resources of another kind carry them, or several tables say them. */
  readonly toFhir: FhirWriter | null;
  /** How the kind's records are sent as rows of CSV; left out where they are not. */
  readonly csv?: CsvProfile;
}

/** A module for every kind: one that is missing does not compile. */
export type KindModules = { readonly [K in Kind]: KindModule<K> };
