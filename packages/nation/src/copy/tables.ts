import { careRelationship, institution, payload, submission } from '@nodp/database/tables';
import type { BulkStorage } from '@nodp/record';
import { getTableColumns, getTableUniqueName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ColumnKind } from './text.ts';

export interface Column {
  /** As a row has it. */
  readonly key: string;
  /** As the table has it. */
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A table as COPY fills it: every column, in the order of the table. */
export interface CopyTable {
  /** With its schema. */
  readonly name: string;
  readonly columns: readonly Column[];
}

const kindOf = (sqlType: string): ColumnKind => {
  if (sqlType.endsWith('[]')) return 'array';
  if (sqlType === 'jsonb' || sqlType === 'json') return 'json';
  return sqlType === 'bytea' ? 'bytes' : 'plain';
};

const known = new WeakMap<PgTable, CopyTable>();

export const copyTableOf = (table: PgTable): CopyTable => {
  let found = known.get(table);
  if (found === undefined) {
    const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
      key,
      name: column.name,
      kind: kindOf(column.getSQLType()),
    }));
    found = { name: getTableUniqueName(table), columns };
    known.set(table, found);
  }
  return found;
};

/** What a nation fills beside its patients, tables of the basic pool. */
const aroundPatients = [institution, payload, submission, careRelationship];

/** Every table that a nation fills: the basic pool's, the registry's, and that of each kind with a mapping. */
export const tablesOf = ({ kinds, registry }: BulkStorage): readonly PgTable[] => [
  ...new Set<PgTable>([
    ...aroundPatients,
    ...registry.tables,
    ...Object.values(kinds).flatMap(({ mapping }) => (mapping === null ? [] : [mapping.table])),
  ]),
];
