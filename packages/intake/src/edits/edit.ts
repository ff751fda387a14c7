import type { PartialDate } from '@nodp/oncology';
import type { Kind, RecordOf } from '@nodp/record';

/** What a person reads, in both languages. */
export interface Said {
  readonly en: string;
  readonly zh: string;
}

/**
 * What becomes of a record that an edit finds: it is not taken, or it is held until somebody decides (out of rules, releases and
 * figures), or it is taken and its sender is told.
 */
export type Severity = 'refuse' | 'quarantine' | 'warn';

/** A primary that the institution reported of a person. */
export interface KnownTumour {
  /** The sender's own key. */
  readonly key: string;
  readonly topography: string | null;
  readonly morphology: string | null;
  readonly diagnosed: PartialDate | null;
}

/** What is known of whom a record is about: what comes with it, else what the pool holds. */
export interface Person {
  readonly sex: string;
  readonly born: PartialDate | null;
  readonly died: PartialDate | null;
  readonly tumours: readonly KnownTumour[];
}

/** What a record is judged beside. */
export interface About {
  /** Null where nothing is known of the person. */
  readonly person: Person | null;
  /** Of the national calendar: what is later has not come. */
  readonly today: PartialDate;
}

/** The kinds that an edit may hold, and what of their records edits read: the pool gives as much of a row that is stored. */
interface ReadByEdits {
  tumour:
    | 'spread'
    | 'siteGroup'
    | 'topography'
    | 'morphology'
    | 'basisOfDiagnosis'
    | 'grade'
    | 'diagnosed';
  stage: 'assessed';
  treatment: 'what' | 'started' | 'tumour';
  observation: 'at' | 'what' | 'value' | 'tumour' | 'finding';
}

/** A kind whose stored records are examined again when an edit changes. */
export type HeldKind = keyof ReadByEdits;

/** What an edit sees of a record. */
export type Examined<K extends Kind = Kind> = K extends HeldKind
  ? Pick<RecordOf<K>, 'kind' | 'source' | (ReadByEdits[K] & keyof RecordOf<K>)>
  : RecordOf<K>;

/** What an edit found in one record. */
export interface Found {
  /** Names that the element of the sender's record may begin with. */
  readonly elements: readonly string[];
  /** What is wrong, with the values that are. */
  readonly reason: Said;
  /** How it is corrected. */
  readonly remedy: Said;
  /** What it may have been meant to be: a value of the record's field. */
  readonly suggestion?: string;
}

/** One check of a record, as data with a pure condition. */
export interface Edit<K extends Kind = Kind> {
  readonly title: Said;
  /** The kinds of record that it reads. */
  readonly kinds: readonly K[];
  /** Fields of the record that may be wrong: they are offered for correcting. */
  readonly fields: readonly string[];
  readonly severity: Severity;
  /** Document and rule. */
  readonly source: string;
  /** YYYY-MM-DD: from when on records are held to it as it stands. */
  readonly since: string;
  /** Where implementations differ, or the platform differs from its source: which was taken, and why. */
  readonly choice?: string;
  /** Null where nothing is wrong or what is needed is not known. */
  readonly find: (record: Examined<K>, about: About) => Found | null;
}

/** Lets the condition see the record of its kinds, and the registry an edit of any. */
export const edit = <K extends Kind>(definition: Edit<K>): Edit => definition as unknown as Edit;
