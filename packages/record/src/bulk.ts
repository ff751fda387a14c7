import type { IdentityCipher } from '@nodp/database';
import type { StoredSummary } from '@nodp/oncology';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { KindModules } from './kind-module.ts';
import type { Stored } from './mapping.ts';

type NotChanged<V> = V extends readonly (infer E)[] ? readonly E[] : V;

/** A row with every column of its table, by the column's key: one left out does not compile. */
export type WholeRow<T extends PgTable> = {
  readonly [C in keyof T['$inferInsert']]-?: NotChanged<Exclude<T['$inferInsert'][C], undefined>>;
};

/** Takes a row that is to be copied into a table. */
export type PutRow = <T extends PgTable>(table: T, row: WholeRow<T>) => void;

/** A patient as the registry stores one without intake. */
export interface StoredPatient {
  readonly patientId: string;
  /** What each institution says of who the patient is. */
  readonly people: readonly Stored<'patient'>[];
  /** The institution, submission and time that the patient's demographics are of. */
  readonly last: Pick<Stored<'patient'>, 'institutionId' | 'submissionId' | 'recordedAt'>;
  readonly deaths: readonly Stored<'death'>[];
  readonly lastContactOn: string | null;
  /** What the clinical rules say of the patient's records. */
  readonly summary: StoredSummary;
}

/** What stores patients by COPY: who they are, beside the rows of mapped kinds, and the lists made of them. */
export interface PatientRegistry {
  /** One row a patient; its key is `patientId`. */
  readonly patients: PgTable;
  /** Every table that `put` fills. */
  readonly tables: readonly PgTable[];
  put(patient: StoredPatient, cipher: IdentityCipher, put: PutRow): void;
  readonly lists: {
    /** Tables whose triggers keep the lists, one row at a time. */
    readonly maintainedBy: readonly PgTable[];
    /** The lists themselves, those with indexes first. */
    readonly tables: readonly PgTable[];
    /** Makes the lists from the filled tables at once, in the order given. */
    readonly fill: readonly string[];
  };
}

/** Everything that stores records without intake. */
export interface BulkStorage {
  /** The address of the module that exports this as `storage`, for threads of their own. */
  readonly module: string;
  readonly kinds: KindModules;
  readonly registry: PatientRegistry;
}
