import type { ReleasedTable } from '../release/released-table.ts';
import type { Generalisation } from './anonymise.ts';
import type { LeftOut } from './export-tables.ts';

/** What a release says of its export; exact, and it stays inside. */
export interface ExportReport extends Omit<Generalisation, 'levels'> {
  readonly k: number;
  /** By quasi-identifier: its level, from 0. */
  readonly levels: Readonly<Record<string, number>>;
  /** Persons alike in all quasi-identifiers, counted in the files as written; null where nobody is in them. */
  readonly reached: number | null;
  /** Persons who are alone in what their quasi-identifiers are, inside and in the export. */
  readonly uniqueBefore: number;
  readonly uniqueAfter: number;
  readonly leftOut: readonly LeftOut[];
  readonly tables: readonly ReleasedTable[];
  readonly checksum: string;
}
