import type { IdentityCipher } from '@nodp/database';
import type { BulkStorage, Kind, Mapping, PutRow, Stored } from '@nodp/record';
import type { PatientHistory } from '../records/records.ts';
import type { Lines } from './lines.ts';
import { type Column, copyTableOf } from './tables.ts';

/** Writes rows as lines of COPY. */
export const putInto =
  (lines: Lines): PutRow =>
  (table, row) => {
    const into = copyTableOf(table);
    const to = lines.of(into);
    const values = row as Readonly<Record<string, unknown>>;
    const { columns } = into;
    // By index: an iterator for each of a million rows is not free.
    for (let i = 0; i < columns.length; i++) {
      const { key, kind } = columns[i] as Column;
      to.value(values[key], kind);
    }
    to.end();
    lines.rows++;
  };

/** Everything of one patient, ready for COPY; names and numbers go under the cipher here. */
export const encodePatient = (
  put: PutRow,
  history: PatientHistory,
  { kinds, registry }: BulkStorage,
  cipher: IdentityCipher,
): void => {
  registry.put(history, cipher, put);
  const byKind = { ...history.records, death: history.deaths };
  for (const kind of Object.keys(byKind) as (keyof typeof byKind)[]) {
    const mapping = kinds[kind].mapping as Mapping<Kind> | null;
    if (mapping === null) throw new Error(`Records of kind ${kind} have no mapping to a table.`);
    for (const stored of byKind[kind] as readonly Stored<Kind>[])
      put(mapping.table, mapping.row(stored) as never);
  }
};
