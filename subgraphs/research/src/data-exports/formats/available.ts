import type { LeavingTable } from '../../export/leaving.ts';
import type { Leaving } from './format.ts';

/** What of a granted export is there: forms take what was granted, and leave the rest unsaid. */
export const availableIn = (tables: Leaving['tables']) => {
  const columns = new Map(tables.map(({ name, columns: of }) => [name, new Set(of)]));
  const has = (table: LeavingTable, column?: string): boolean =>
    columns.get(table)?.has(column ?? 'person_key') ?? false;
  return {
    has,
    /** A column of a row `alias`, or null of a type where it was not granted. */
    sql: (alias: string, table: LeavingTable, column: string, type: string): string =>
      has(table, column) ? `${alias}.${column}` : `null::${type}`,
    /** Rows of a table, or of none where nothing of it was granted. */
    rows: (table: LeavingTable): string =>
      has(table) ? `sent_${table}` : '(select null::varchar as person_key where false)',
    /** Everybody in the export, whatever was granted of them. */
    persons: (): string =>
      `(${tables.map(({ name }) => `select person_key from sent_${name}`).join(' union ')})`,
  };
};

export type Available = ReturnType<typeof availableIn>;
