import type { Label } from '@nodp/terminology';
import type { ExportElement } from '../data-exports/data-export.ts';
import type { Levels } from '../export/lattice.ts';
import type { CountedColumns, CountPlan } from './counting.ts';

/** What rows the file of a workspace is made of. */
export interface PrepareOrder {
  readonly kind: 'prepare';
  /** Where the file is to be; it is there whole or not at all. */
  readonly file: string;
  readonly folder: string;
  readonly number: number;
  readonly persons: string;
  readonly cohort: Int32Array | null;
  readonly sites: readonly string[];
  readonly elements: readonly ExportElement[];
  readonly base: Levels;
  readonly rowSecret: string;
  readonly markSecret: string;
}

/** What is asked of a workspace, and of which columns. */
export interface AskOrder {
  readonly kind: 'ask';
  readonly sql: string;
  /** The file of the rows; null where no rows are granted. */
  readonly rows: { readonly file: string; readonly tables: readonly string[] } | null;
  /** Columns granted for counts by table, with the folder of the release's files. */
  readonly counted: {
    readonly folder: string;
    readonly tables: Readonly<Record<string, CountedColumns>>;
    readonly sites: readonly string[];
  } | null;
}

export type Order = PrepareOrder | AskOrder;

/** A value as it is shown; null where there is none. */
export type Shown = string | null;

export interface FoundRows {
  readonly kind: 'rows';
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Shown[])[];
  /** Whether there were more than are shown. */
  readonly truncated: boolean;
}

/** Persons by groups: exact, not to be shown. */
export interface FoundPersons {
  readonly kind: 'persons';
  readonly plan: CountPlan;
  /** Values of each group in the whole table, so that how many there are tells nothing of who meets the condition. */
  readonly axes: readonly (readonly Shown[])[];
  readonly cells: readonly { readonly at: readonly number[]; readonly persons: Int32Array }[];
  /** Persons who meet each part of the condition by itself. */
  readonly parts: readonly Int32Array[];
}

export type Answer =
  | FoundRows
  | FoundPersons
  | { readonly kind: 'prepared'; readonly enough: boolean }
  | { readonly kind: 'refused'; readonly words: Label }
  | { readonly kind: 'failed'; readonly message: string };
