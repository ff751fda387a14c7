import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { folderOf, literal } from '@nodp/warehouse';
import { EXPORT } from '../export/export-release.ts';
import {
  columnSql,
  type DaysLeave,
  digitsMacro,
  EXPORTED_TABLES,
} from '../export/export-tables.ts';
import type { Levels } from '../export/lattice.ts';
import { LEAVING, type LeavingTable } from '../export/leaving.ts';
import { QUASI_IDENTIFIERS } from '../export/quasi-identifiers.ts';
import type { ExportElement } from './data-export.ts';
import type { Leaving } from './formats/format.ts';
import { sensitiveOf } from './sensitive.ts';
import { markMacro } from './watermark.ts';

interface Ordered {
  /** Folder of the releases. */
  readonly folder: string;
  readonly number: number;
  readonly levels: Levels;
  readonly elements: readonly ExportElement[];
  /** Of this recipient: persons' keys, and the mark in days. */
  readonly rowSecret: string;
  readonly markSecret: string;
}

const isQuasi = (column: string): boolean => QUASI_IDENTIFIERS.some(({ name }) => name === column);

const columnsOf = (table: LeavingTable, elements: readonly ExportElement[]): string[] =>
  [
    ...(table === 'cases' ? QUASI_IDENTIFIERS.map(({ name }) => name) : []),
    ...Object.keys(LEAVING[table]),
  ].filter((column) => elements.some((one) => one.table === table && one.column === column));

const expressionOf = (table: LeavingTable, column: string, levels: Levels): string => {
  if (table === 'cases' && isQuasi(column)) {
    const quasi = QUASI_IDENTIFIERS.findIndex(({ name }) => name === column);
    return `q.q${quasi}_${levels[quasi]}`;
  }
  const leaving = LEAVING[table][column];
  if (leaving === undefined) throw new RangeError(`${table}.${column} never leaves.`);
  const days: DaysLeave = (value) => `marked(${value}, '${table}.${column}')`;
  const sql = columnSql(table, column, leaving, days);
  const sensitive = sensitiveOf(table, column);
  return sensitive === null ? sql : `case when r.differs_${sensitive.id} then ${sql} end`;
};

/** Rows of the cases that leave, and those of no case. */
const OF_CASE = `exists (select 1 from sent_case s where s.person_key = r.person_key
  and (r.first_case is null or s.case_number between r.first_case and coalesce(r.last_case, r.first_case)))`;
const RESTRICTED: Readonly<Record<LeavingTable, string>> = {
  persons: 'true',
  cases:
    'exists (select 1 from sent_case s where s.person_key = r.person_key and s.case_number = r.case_number)',
  treatments: OF_CASE,
  biomarkers: OF_CASE,
  outcomes: 'true',
  laboratory: 'true',
};

/**
 * Makes `sent_<table>` of what was granted, from the release's export and what `protect` found: rows of the persons and cases that
 * leave, under keys of this recipient, days marked, codes that too few share left out once more.
 */
export const makeSentTables = async (
  connection: DuckDBConnection,
  { folder, number, levels, elements, rowSecret, markSecret }: Ordered,
  signal?: AbortSignal,
): Promise<Leaving['tables']> => {
  for (const macro of [digitsMacro, markMacro(markSecret)]) await connection.run(macro);
  await connection.run(`create table sent_person as
    select e.export_key, c.person_key, c.is_cut, left(sha256('${rowSecret}:' || e.export_key), 16) as row_key, o.* exclude (class)
    from export_class c join export_key e using (person_key) join open_class o using (class)`);
  await connection.run(`create table sent_case as
    select p.export_key as person_key, c.person_key as released_key, c.case_number from released_cases c join sent_person p using (person_key)
    where not p.is_cut or c.case_number = (select min(f.case_number) from released_cases f where f.person_key = c.person_key)`);
  const tables: { name: LeavingTable; columns: string[] }[] = [];
  for (const table of EXPORTED_TABLES) {
    signal?.throwIfAborted();
    const columns = columnsOf(table, elements);
    if (columns.length === 0) continue;
    const file = literal(join(folder, folderOf(number), EXPORT, `${table}.parquet`));
    await connection.run(`create table leaving_${table} as
      select r.*, p.export_key, p.is_cut, p.row_key, p.* exclude (export_key, person_key, is_cut, row_key)
      from read_parquet(${file}) r join sent_person p on p.export_key = r.person_key where ${RESTRICTED[table]}`);
    const keys = columns.filter((column) => LEAVING[table][column] === 'key');
    const whole =
      keys.length === 0 ? '' : `where ${keys.map((k) => `${k} is not null`).join(' and ')}`;
    const quasi =
      table === 'cases'
        ? `join sent_case s on s.person_key = r.person_key and s.case_number = r.case_number
          join quasi_case q on q.person_key = s.released_key and q.case_number = s.case_number`
        : '';
    const selected = columns.map((column) => `${expressionOf(table, column, levels)} as ${column}`);
    await connection.run(`create table sent_${table} as
      select * from (select r.row_key as person_key, ${selected.join(', ')} from leaving_${table} r ${quasi}) ${whole}`);
    await connection.run(`drop table leaving_${table}`);
    tables.push({ name: table, columns: ['person_key', ...columns] });
  }
  return tables;
};
