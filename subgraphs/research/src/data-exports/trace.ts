import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { PlatformError } from '@nodp/database';
import { disclosureSecret, literal } from '@nodp/warehouse';
import type postgres from 'postgres';
import { EXPORTED_TABLES } from '../export/export-tables.ts';
import { LEAVING, type LeavingTable } from '../export/leaving.ts';
import { personsFile } from '../export/persons.ts';
import type { Recipient } from './data-export.ts';
import { secretsOf } from './secrets.ts';
import { type Agreement, agreementWith, type LeakedDay } from './watermark.ts';

/** What a file that was found says of one export. */
export interface Traced {
  readonly id: string;
  readonly project: string;
  readonly recipient: Recipient;
  readonly mark: Agreement;
  /** Persons' keys of the file that are this recipient's, of those that the file has. */
  readonly keys: { readonly own: number; readonly all: number };
}

const MARKED = new Set(['day', 'since-diagnosis', 'since-start']);

const columnsOfDays = (table: LeavingTable): string[] =>
  Object.entries(LEAVING[table])
    .filter(([, leaving]) => MARKED.has(leaving))
    .map(([column]) => column);

interface Leaked {
  readonly days: readonly LeakedDay[];
  readonly keys: readonly string[];
}

const readLeaked = async (
  connection: DuckDBConnection,
  file: string,
  table: LeavingTable,
): Promise<Leaked> => {
  const source = file.endsWith('.parquet')
    ? `read_parquet(${literal(file)})`
    : `read_csv(${literal(file)}, all_varchar = true)`;
  const described = await connection.runAndReadAll(`describe select * from ${source}`);
  const there = new Set(described.getRows().map(([name]) => String(name)));
  const days: LeakedDay[] = [];
  for (const column of columnsOfDays(table).filter((name) => there.has(name))) {
    const read = await connection.runAndReadAll(
      `select distinct try_cast(${column} as integer) from ${source} where try_cast(${column} as integer) is not null`,
    );
    for (const [day] of read.getRows())
      days.push({ place: `${table}.${column}`, day: Number(day) });
  }
  if (!there.has('person_key')) return { days, keys: [] };
  const keys = await connection.runAndReadAll(`select distinct person_key from ${source}`);
  return { days, keys: keys.getRows().map(([key]) => String(key)) };
};

const ownKeys = async (
  connection: DuckDBConnection,
  persons: string | null,
  keys: readonly string[],
  rowSecret: string,
): Promise<number> => {
  if (persons === null || keys.length === 0) return 0;
  const read =
    await connection.runAndReadAll(`select count(*)::integer from read_parquet(${literal(persons)})
    where left(sha256('${rowSecret}:' || export_key), 16) in (select unnest([${keys.map(literal).join(', ')}]))`);
  return Number(read.getRows()[0]?.[0] ?? 0);
};

/**
 * Tells whose a file is: compares its days with the mark, and its keys with the rows, of every export that was ever packed. The
 * likeliest first.
 * @param file CSV or Parquet of rows of one table, with the names of its columns
 * @param releases folder of the releases
 * @throws {PlatformError} `usage` where no table has the name
 */
export const traceExport = async (
  sql: postgres.Sql,
  releases: string,
  file: string,
  table: string,
): Promise<Traced[]> => {
  const known = EXPORTED_TABLES.find((name) => name === table);
  if (known === undefined)
    throw new PlatformError('usage', `Name the table of the rows: ${EXPORTED_TABLES.join(', ')}.`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const { days, keys } = await readLeaked(connection, file, known);
    const secret = await disclosureSecret(releases);
    const exports = await sql<
      { id: string; title: string; recipient: Recipient; release: number }[]
    >`select e.id, p.title, e.recipient, e.release_number as release
      from research.data_export e join research.project p on p.id = e.project_id where e.sha256 is not null`;
    const traced: Traced[] = [];
    for (const { id, title, recipient, release } of exports) {
      const { rowSecret, markSecret } = secretsOf(secret, id);
      const own = await ownKeys(connection, personsFile(releases, release), keys, rowSecret);
      const mark = agreementWith(markSecret, days);
      traced.push({ id, project: title, recipient, mark, keys: { own, all: keys.length } });
    }
    return traced.sort((a, b) => b.keys.own - a.keys.own || a.mark.chance - b.mark.chance);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
