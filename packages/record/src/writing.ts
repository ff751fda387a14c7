import type { IdentityCipher, RecordKey, RowOutcome, Session } from '@nodp/database';
import type { ClinicalRecord, Kind } from './kind.ts';

/** A canonical record and the patient it is about. */
export interface Resolved<R extends ClinicalRecord = ClinicalRecord> {
  readonly record: R;
  readonly patientId: string;
}

export interface WrittenRecord extends RecordKey {
  readonly kind: Kind;
  readonly outcome: RowOutcome;
}

/** The submission whose records are written, within its transaction. */
export interface Writing {
  readonly session: Session;
  readonly submissionId: string;
  readonly cipher: IdentityCipher;
}

/** Writes the records of one kind, a statement a table. */
export interface KindWriter<R extends ClinicalRecord> {
  write(to: Writing, records: readonly Resolved<R>[]): Promise<WrittenRecord[]>;
  /**
   * Takes away the institution's rows of these keys.
   * @returns the keys of the rows that went
   */
  withdraw(session: Session, rows: readonly RecordKey[]): Promise<readonly RecordKey[]>;
  /** Moves the institution's rows of one patient to another: two of its records turned out to be one person's. */
  move(session: Session, from: string, to: string): Promise<void>;
}
