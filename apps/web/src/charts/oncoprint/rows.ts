/** What an oncoprint is drawn of. */

/** How a kind of alteration is drawn in a row. */
export interface OncoprintMark {
  readonly kind: string;
  readonly words: string;
  readonly colour: string;
  /** Share of the row's height, centred. */
  readonly height: number;
}

/** A row, in parallel lists; a column with several alterations stands several times. */
export interface OncoprintRow {
  readonly gene: string;
  readonly column: readonly number[];
  readonly kind: readonly string[];
  /** Columns of which nothing is known, drawn without a ground. */
  readonly unknown: readonly number[];
  /** The share altered, in words. */
  readonly share: string;
}

export interface OncoprintTrack {
  readonly id: string;
  readonly name: string;
  readonly isNumber: boolean;
  readonly value: readonly (string | null)[];
}
