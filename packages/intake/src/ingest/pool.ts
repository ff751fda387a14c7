import type { Session } from '@nodp/database';
import type { RecordOf } from '@nodp/record';
import type { Examined, HeldKind, Person } from '../edits/edit.ts';

/** What is asked of the registry of patients about one sender's key. */
export interface Claim {
  readonly key: string;
  /** The demographics that came with it: the person is registered when new. Null: only looked up. */
  readonly record: RecordOf<'patient'> | null;
}

/** The patient that a key means: `ambiguous` when an identifier came with several patients. */
export type Claimed =
  | {
      readonly state: 'known' | 'new';
      readonly patientId: string;
      /** The person whose patient it was until now: the number that joined them was corrected. */
      readonly partedFrom?: string;
    }
  | { readonly state: 'unknown' | 'ambiguous'; readonly patientId: null };

/** Two patients who are one person: the surviving one, and the one whose rows are moved to it. */
export interface Linked {
  readonly surviving: string;
  readonly merged: string;
}

/** When a patient was last reported on in a submission. */
export interface Seen {
  readonly patientId: string;
  /** YYYY-MM-DD; null where no date was sent. */
  readonly lastContactOn: string | null;
}

/** A record of the pool as edits see it, and the submission that told of it last. */
export interface StoredRecord {
  readonly patientId: string;
  readonly submissionId: string;
  readonly record: Examined<HeldKind>;
}

/** The registry of patients. All of it happens within the submission's transaction. */
export interface PatientRegistry {
  /** One statement for a whole submission; who was claimed stays held until the transaction ends. */
  claim(session: Session, claims: readonly Claim[]): Promise<ReadonlyMap<string, Claimed>>;
  /** Holds a patient whom the session's institution cares for, as a claim does. @returns whether there is such a one */
  hold(session: Session, patientId: string): Promise<boolean>;
  /** What is known of patients, with the primaries that the sender reported of them. */
  known(session: Session, patientIds: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** What the sender reported of patients, as far as edits may hold it. */
  stored(session: Session, patientIds: readonly string[]): Promise<readonly StoredRecord[]>;
  /**
   * Says that the sender's record of the one key gave its place to that of the other.
   * @returns the two patients that they were until now, null where they are one
   */
  link(session: Session, replaced: string, by: string): Promise<Linked | null>;
  /** Makes one patient of two whose rows were moved; the keys of the one mean the other from now on. */
  join(session: Session, linked: Linked): Promise<void>;
  /**
   * Keeps whom the sender treats, and finds the sender's patients who may now be joined with the person that others know.
   * @param claimed the submission's patients
   * @param treated those of whom it holds evidence of care
   */
  settle(
    session: Session,
    claimed: readonly string[],
    treated: readonly string[],
  ): Promise<readonly Linked[]>;
  /**
   * Finds who else in the pool these patients may be, of whom it was said who they are: joined for research and statistics, or to be
   * reviewed. Nothing of it is answered to the sender, and no record is opened.
   */
  match(session: Session, patients: readonly string[]): Promise<void>;
  /**
   * Renews what is stored of the patients touched beside their records.
   * @param of patients of whom something else may follow now
   */
  renew(session: Session, seen: readonly Seen[], of: Renewed): Promise<void>;
}

/** Patients of whom something else may follow from what was written. */
export interface Renewed {
  /** Their summary. */
  readonly summary: ReadonlySet<string>;
  /** Their alerts. */
  readonly surveillance: ReadonlySet<string>;
  /** What contradicts their stages. */
  readonly stageCheck: ReadonlySet<string>;
  /** The clinical rules in force, which decide what follows. */
  readonly rules: ReadonlySet<string>;
}
