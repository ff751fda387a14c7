import type { Kind, KindModule, KindModules } from '@nodp/record';
import { type CsvColumn, type CsvProfile, columnsOf } from '@nodp/record/csv';

export interface KindProfile {
  readonly kind: Kind;
  readonly profile: CsvProfile;
  readonly columns: readonly CsvColumn[];
}

/** The kinds whose records are sent as rows. */
export const profilesOf = (kinds: KindModules): KindProfile[] =>
  (Object.entries(kinds) as [Kind, KindModule<Kind>][]).flatMap(([kind, { csv }]) =>
    csv === undefined ? [] : [{ kind, profile: csv, columns: columnsOf(csv) }],
  );

/** What the rows of a file are read as: records of one kind. */
export interface Output {
  /** `retained`: as sent, and not read. */
  readonly kind: Kind | 'retained';
  /** Null of what is retained. */
  readonly profile: CsvProfile | null;
  readonly columns: readonly CsvColumn[];
  /** The cells of these columns by those of a row; null of a row that says no record of the kind. */
  readonly said: (cells: readonly string[]) => readonly string[] | null;
  /** What the file calls a column, where it has it. */
  readonly named: Readonly<Record<string, string>>;
  /** Whether rows may say the same record again. */
  readonly repeats: boolean;
}
