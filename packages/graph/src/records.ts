import { type Statement, sqlStatement } from '@nodp/database';
import { type Shown, shownOf } from '@nodp/database/tables';
import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { type Coded, codedOrNull, codedTerm } from './coded.ts';
import { recordByKey, rowsByPatient } from './loaders.ts';
import { showPartial } from './scalars.ts';

/** The table of a kind of record: its primary key is `(patient_id, id)`. */
type RecordTable = PgTable & { readonly patientId: PgColumn; readonly id: PgColumn };
type Row<T extends RecordTable> = Shown<T> & { readonly patientId: string; readonly id: string };

/** Where the latest come first and those without a date last. */
export const latestFirst = (column: PgColumn): SQL => sql`${column} desc nulls last`;

/** A maker of the loader of a kind's rows, by patient, in this order and then by id. */
export const recordsOf = <T extends RecordTable>(
  table: T,
  ...order: readonly (PgColumn | SQL)[]
): ReturnType<typeof rowsByPatient<Row<T>>> => {
  const all: Statement<Row<T>> = sqlStatement(sql`
    select ${shownOf(table, getTableName(table))} from ${table}
    where ${table.patientId} = any(${sql.placeholder('ids')})
    order by ${sql.join([...order, table.id], sql`, `)}`);
  return rowsByPatient(all);
};

/** A maker of the loader of single rows of a kind, by patient and id. */
export const recordOf = <T extends RecordTable>(
  table: T,
): ReturnType<typeof recordByKey<Row<T>>> => {
  const one: Statement<Row<T>> = sqlStatement(sql`
    select ${shownOf(table, 'r')}
    from unnest(${sql.placeholder('patients')}::uuid[], ${sql.placeholder('ids')}::uuid[]) k (patient_id, id)
    join ${table} r using (patient_id, id)`);
  return recordByKey(one);
};

type Precision = Parameters<typeof showPartial>[1];

/** Resolves a date from the columns `<name>On` and `<name>Precision`, as far as it is known. */
export const dateOf = <Name extends string>(name: Name) => {
  const [on, precision]: [`${Name}On`, `${Name}Precision`] = [`${name}On`, `${name}Precision`];
  return (
    row: Readonly<Record<`${Name}On`, string | null>> &
      Readonly<Record<`${Name}Precision`, Precision>>,
  ): string | null => {
    const day: Readonly<Record<`${Name}On`, string | null>> = row;
    const known: Readonly<Record<`${Name}Precision`, Precision>> = row;
    return showPartial(day[on], known[precision]);
  };
};

type CodeColumns<Name extends string> = {
  readonly [K in `${Name}${'System' | 'Code' | 'Display'}`]: string | null;
};

/** Resolves a coded value from the columns `<name>System`, `<name>Code` and `<name>Display`. */
export const codeOf = <Name extends string>(name: Name) => {
  const [system, code, display] = [`${name}System`, `${name}Code`, `${name}Display`] as const;
  return (row: CodeColumns<Name>): Coded => codedTerm(row[system], row[code], row[display]);
};

/** As `codeOf`, null where neither a code nor words were sent. */
export const codeOrNullOf = <Name extends string>(name: Name) => {
  const [system, code, display] = [`${name}System`, `${name}Code`, `${name}Display`] as const;
  return (row: CodeColumns<Name>): Coded | null =>
    codedOrNull(row[system], row[code], row[display]);
};

interface PlainCode {
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
}

/** Resolves what a record is of, from the columns `system`, `code` and `display`. */
export const plainCode = ({ system, code, display }: PlainCode): Coded =>
  codedTerm(system, code, display);
