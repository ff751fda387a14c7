import type { ClinicalRecord, Issue, Kind } from '@nodp/record';
import type { LocalCode } from './codes/local-codes.ts';
import type { CodeTables } from './codes/tables.ts';
import type { Finding } from './edits/finding.ts';

/** What a unit of a submission says, before it is known whether its patient is. */
export type Reading =
  | {
      readonly outcome: 'read';
      readonly records: readonly ClinicalRecord[];
      readonly warnings: readonly Issue[];
    }
  /** Edits hold it back: nothing of it is written where the pool is read until somebody decides. */
  | {
      readonly outcome: 'held';
      readonly records: readonly ClinicalRecord[];
      readonly findings: readonly Finding[];
      readonly warnings: readonly Issue[];
    }
  /** Not modelled, ruled out or entered in error: retained as sent; `reason` says which. */
  | { readonly outcome: 'retained'; readonly reason: string }
  | { readonly outcome: 'refused'; readonly issues: readonly Issue[] };

/** Which version of a record was sent, where that is said or asked for. */
export interface SentVersion {
  /** ISO 8601 instant. */
  readonly lastUpdated: string | null;
  readonly versionId: string | null;
  /** The version that the sender believes to be known; another one refuses the change. */
  readonly expected: string | null;
}

/** One thing sent (a FHIR resource, a message, a row), and what it was read as. */
export interface ReadUnit {
  /** What the sender calls it: FHIR resource type, HL7 v2 segment, kind of file. */
  readonly type: string;
  /** Its place in the submission: `Bundle.entry[3].resource`. */
  readonly where: string;
  /** The sender's own key within its type. */
  readonly key: string | null;
  /** As it was sent, for keeping; null where it could not be taken apart. */
  readonly content: unknown;
  /** The sender's key of the patient it is about; null where it is about none. */
  readonly patient: string | null;
  /**
   * The sender's key of the patient whom it shows its sender to treat though no record of it is read (an order, a referral); of
   * what is read, the kind says it, unless `none` (a visit that was only planned).
   */
  readonly careOf?: { readonly patient: string } | 'none';
  /** Where the patient is named. */
  readonly subject: string;
  /** Where the first element stands that one of the names begins; for what is only found wrong after reading. */
  readonly locate: (names: readonly string[]) => string;
  /** Null where versions play no part: what comes last stands. */
  readonly version: SentVersion | null;
  /** Whether its key may mean one patient at most (a conditional update); otherwise it is refused. */
  readonly mustBeOne: boolean;
  /** Codes of the sender's own in it. */
  readonly localCodes?: readonly LocalCode[];
  /** The kinds whose rows may have been read from it, now or before. */
  readonly kinds: readonly Kind[];
  readonly reading: Reading;
}

/** One of several things that were sent one after the other and are taken in together. */
export interface SentPart {
  /** How many of the submission's units are its own: those after the ones of the part before it. */
  readonly units: number;
  /** What forbids reading it at all. */
  readonly issues: readonly Issue[];
}

/** A submission taken apart and read: no database, no clock, no format's own words. */
export interface ReadSubmission {
  /** Transactions are all or nothing; every other form goes unit by unit. */
  readonly form: 'transaction' | 'batch' | 'collection' | 'single';
  readonly units: readonly ReadUnit[];
  /** What forbids reading it at all. */
  readonly issues: readonly Issue[];
  /** Of messages taken in together: each is written after the one before it, and refused alone. */
  readonly parts?: readonly SentPart[];
}

/**
 * A form in which hospitals send: takes the raw content and reads it.
 * @param pause lets a server see to others while a large submission is read
 * @param codes what the sender's own codes mean; left out where nothing is mapped
 */
export type Format = (
  content: Uint8Array,
  pause: () => Promise<void>,
  codes?: CodeTables,
) => Promise<ReadSubmission>;
