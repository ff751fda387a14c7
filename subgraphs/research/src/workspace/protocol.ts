import type { Label } from '@nodp/terminology';
import type { ExportElement } from '../data-exports/data-export.ts';
import type { Levels } from '../export/lattice.ts';
import type { GenePair } from '../studies/analyses/gene-pairs.ts';
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

/** Persons by alterations of genes, of the rows that may be seen. */
export interface OncoprintOrder {
  readonly kind: 'oncoprint';
  readonly file: string;
  /** HGNC symbols in the order of their rows; none for those most often altered. */
  readonly genes: readonly string[];
  /** Columns granted as rows whose values stand over the genes. */
  readonly tracks: readonly { readonly table: string; readonly column: string }[];
}

export type Order = PrepareOrder | AskOrder | OncoprintOrder;

/** A change of a gene as a row of an oncoprint shows it. */
export type PersonAlteration =
  | 'AMPLIFIED'
  | 'DELETED'
  | 'REARRANGED'
  | 'SPLICE'
  | 'INSERTION_DELETION'
  | 'SUBSTITUTION'
  | 'OTHER'
  | 'NOT_SAID';

/** A gene's row, in parallel lists; a column with several changes stands several times. */
export interface OncoprintGene {
  readonly gene: string;
  /** Persons altered, and persons in whom it was tested. */
  readonly altered: number;
  readonly tested: number;
  readonly column: number[];
  readonly kind: PersonAlteration[];
  /** Columns of persons in whom it was not tested, as far as is known. */
  readonly notTested: number[];
}

export interface FoundOncoprint {
  readonly kind: 'oncoprint';
  /** Persons of the rows, those tested for any of the genes, and those altered in any. */
  readonly persons: number;
  readonly tested: number;
  readonly altered: number;
  /** Keys of persons, column by column. */
  readonly columns: string[];
  readonly genes: OncoprintGene[];
  readonly tracks: { table: string; column: string; value: (string | null)[] }[];
  readonly pairs: GenePair[];
  /** Genes that can be chosen, with how many persons they are altered in; the most often altered first. */
  readonly choices: { gene: string; altered: number }[];
}

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

export interface Refused {
  readonly kind: 'refused';
  readonly words: Label;
}

export type Answer =
  | FoundRows
  | FoundPersons
  | FoundOncoprint
  | { readonly kind: 'prepared'; readonly enough: boolean }
  | Refused
  | { readonly kind: 'failed'; readonly message: string };
