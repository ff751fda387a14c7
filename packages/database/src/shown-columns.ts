import { getTableColumns, type InferSelectModel, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** How a row came to be stored: what corrections need and the graph never shows. */
const BOOKKEEPING = ['contentHash', 'submissionId', 'recordedAt'] as const;
type Bookkeeping = (typeof BOOKKEEPING)[number];

/** A clinical row as it is read to be shown. */
export type Shown<Table extends PgTable> = Omit<InferSelectModel<Table>, Bookkeeping>;

type ShownColumns<Table extends PgTable> = Omit<Table['_']['columns'], Bookkeeping>;

/**
 * The columns of a clinical table that are read to be shown, for `select`. The others are
 * among its longest: a hash and a key that would be sent, read and thrown away.
 */
export const shownColumns = <Table extends PgTable>(table: Table): ShownColumns<Table> => {
  const retained = Object.entries(getTableColumns(table)).filter(
    ([name]) => !(BOOKKEEPING as readonly string[]).includes(name),
  );
  return Object.fromEntries(retained) as ShownColumns<Table>;
};

/** The same as SQL, of the table under an alias. */
export const shownOf = (table: PgTable, alias: string): SQL => {
  const names = Object.values(shownColumns(table)).map((column) => column.name);
  return sql.join(
    names.map((name) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`),
    sql`, `,
  );
};
