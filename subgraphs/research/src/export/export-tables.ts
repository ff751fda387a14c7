import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal, secretFor, TABLES, type TableName } from '@nodp/warehouse';
import { K, quasiColumns } from './anonymise.ts';
import { jitterMacros } from './jitter.ts';
import type { Levels } from './lattice.ts';
import { DIGITS, LEAVING, type Leaving, type LeavingTable, leaves } from './leaving.ts';

/** Sixty-four bits of a person, from a secret. */
const seedSql = (secret: Uint8Array): string =>
  `cast('0x' || left(sha256('${Buffer.from(secret).toString('hex')}' || p.patient_id::varchar), 16) as ubigint)`;

export const digitsMacro = `create macro rounded(v) as (
  case when v is null or v = 0 or isinf(v) or isnan(v) then v else round(v, ${DIGITS - 1} - floor(log10(abs(v)))::integer) end)`;

/** What values are of one scale by: the highest of them are joined. */
const SCALE: Readonly<Partial<Record<TableName, string>>> = {
  treatments: 'r.kind',
  biomarkers: 'r.biomarker, r.unit',
  laboratory: 'r.analyte, r.unit',
};

const shared = (table: string, column: string): string =>
  `(select s.${column} from leaving_${table} s where s.${column} is not null group by 1 having count(distinct s.export_key) >= ${K})`;
const jittered = (days: string): string => `jittered(${days}, r.lasting, r.own)`;
const between = (from: string, days: string): string =>
  `${jittered(`${from} + ${days}`)} - ${jittered(from)}`;

/** How a number of days of a row `r` leaves. */
export type DaysLeave = (
  value: string,
  since: 'first' | 'diagnosis' | 'start',
  column: string,
) => string;

const jitteredDays: DaysLeave = (value, since) => {
  if (since === 'first') return jittered(value);
  return between(
    since === 'diagnosis' ? 'coalesce(r.origin_days, 0)' : 'coalesce(r.start_days, 0)',
    value,
  );
};

/** How a column of a row `r` of `leaving_<table>` leaves; `r` has `export_key` and `is_cut` besides. */
export const columnSql = (
  table: TableName,
  column: string,
  leaving: Leaving,
  daysLeave: DaysLeave = jitteredDays,
): string => {
  const value = `r.${column}`;
  switch (leaving) {
    case 'plain':
      return value;
    case 'code':
    case 'key':
      return `case when ${value} in ${shared(table, column)} then ${value} end`;
    case 'day':
      return daysLeave(value, 'first', column);
    case 'since-diagnosis':
      return daysLeave(value, 'diagnosis', column);
    case 'since-start':
      return daysLeave(value, 'start', column);
    case 'value':
      return `rounded(least(${value}, (max(${value}, ${K}) over (partition by ${SCALE[table]}))[-1]))`;
    case 'case':
      return `case when not r.is_cut then ${value} end`;
  }
};

/** Events that are known to be of a case that was left out stay inside with it. */
const retained: Readonly<Record<LeavingTable, string>> = {
  persons: 'true',
  cases: 'not e.is_cut or r.case_number = 1',
  treatments: 'not e.is_cut or coalesce(r.first_case, 1) = 1',
  biomarkers: 'not e.is_cut or coalesce(r.first_case, 1) = 1',
  outcomes: 'true',
  laboratory: 'true',
};

/** Tables that leave, in the order of the release's. */
export const EXPORTED_TABLES: readonly LeavingTable[] = TABLES.map(({ name }) => name).filter(
  leaves,
);

const columnsOf = (table: LeavingTable): [string, Leaving][] => Object.entries(LEAVING[table]);

/** Codes that a column had and that leave as not known, or whose rows stay inside. */
export interface LeftOut {
  readonly table: TableName;
  readonly column: string;
  readonly values: number;
}

interface Ordered {
  /** Folder of the export's files. */
  readonly folder: string;
  readonly levels: Levels;
  readonly number: number;
  /** Of the installation. */
  readonly secret: Uint8Array;
  /** Orders the persons of the export; known here only, and forgotten. */
  readonly draw: string;
}

const leftOutOf = async (connection: DuckDBConnection, table: LeavingTable): Promise<LeftOut[]> => {
  const codes = columnsOf(table).filter(([, leaving]) => leaving === 'code' || leaving === 'key');
  const counts = codes.map(
    ([column]) =>
      `count(*) filter (where r.${column} is not null and r.${column} not in ${shared(table, column)})::integer`,
  );
  const read = await connection.runAndReadAll(
    `select ${counts.join(', ')} from leaving_${table} r`,
  );
  const found = read.getRows()[0] ?? [];
  return codes.flatMap(([column], i) =>
    Number(found[i]) > 0 ? [{ table, column, values: Number(found[i]) }] : [],
  );
};

/** Writes the export's files from the released tables and `export_class`. */
export const writeExportTables = async (
  connection: DuckDBConnection,
  { folder, levels, number, secret, draw }: Ordered,
  signal?: AbortSignal,
): Promise<LeftOut[]> => {
  for (const macro of [digitsMacro, ...jitterMacros]) await connection.run(macro);
  await connection.run(`create table export_person as
    select person_key, (row_number() over (order by sha256('${draw}' || person_key)))::integer as export_key, e.is_cut,
      ${seedSql(secretFor(secret, 'export days'))} as lasting, ${seedSql(secretFor(secret, `export days ${number}`))} as own
    from export_class e join person p using (person_key)`);
  const leftOut: LeftOut[] = [];
  for (const table of EXPORTED_TABLES) {
    signal?.throwIfAborted();
    const cases = table === 'cases';
    await connection.run(`create table leaving_${table} as
      select r.*, e.export_key, e.is_cut, e.lasting, e.own from released_${table} r join export_person e using (person_key)
      where ${retained[table]}`);
    leftOut.push(...(await leftOutOf(connection, table)));
    const columns = columnsOf(table);
    const keys = columns.filter(([, leaving]) => leaving === 'key').map(([column]) => column);
    const whole =
      keys.length === 0 ? '' : `where ${keys.map((k) => `${k} is not null`).join(' and ')}`;
    const selected = [
      'r.export_key as person_key',
      ...(cases ? quasiColumns(levels) : []),
      ...columns.map(([column, leaving]) => `${columnSql(table, column, leaving)} as ${column}`),
    ];
    await connection.run(`copy (
      select * from (select ${selected.join(', ')} from leaving_${table} r
        ${cases ? 'join quasi_case q using (person_key, case_number)' : ''}) ${whole} order by all)
      to ${literal(join(folder, `${table}.parquet`))} (format parquet, compression zstd)`);
    await connection.run(`drop table leaving_${table}`);
  }
  return leftOut;
};
