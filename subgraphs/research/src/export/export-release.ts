import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '@nodp/warehouse';
import { checksumOf, type ReleasedTable, tableOf } from '../release/released-table.ts';
import { anonymise, K } from './anonymise.ts';
import { EXPORTED_TABLES, writeExportTables } from './export-tables.ts';
import { readFormer, writeExported } from './former.ts';
import { exportManifest } from './manifest.ts';
import { writePersons } from './persons.ts';
import { QUASI_IDENTIFIERS } from './quasi-identifiers.ts';
import type { ExportReport } from './report.ts';

/** The folder of a release's export within the release's own: nothing else of a release may leave. */
export const EXPORT = 'export';

interface Sizes {
  readonly smallest: number | null;
  readonly unique: number;
}

/** Classes of persons by a list of columns of their cases, in order. */
const sizesOf = async (
  connection: DuckDBConnection,
  from: string,
  columns: readonly string[],
): Promise<Sizes> => {
  const read = await connection.runAndReadAll(`
    with person as (
      select c.person_key, list([${columns.map((c) => `(${c})::varchar`).join(', ')}] order by c.case_number) as alike
      from ${from} c group by 1),
    class as (select count(*)::integer as size from person group by alike)
    select min(size), coalesce(sum(size) filter (where size = 1), 0)::integer from class`);
  const [smallest, unique] = read.getRows()[0] ?? [];
  return {
    smallest: smallest === null || smallest === undefined ? null : Number(smallest),
    unique: Number(unique ?? 0),
  };
};

interface Ordered {
  /** Folder of the releases, and of this one's files. */
  readonly folder: string;
  readonly files: string;
  readonly number: number;
  readonly secret: Uint8Array;
  /** The newest release before that had an export. */
  readonly former: number | null;
}

/**
 * Makes the part of a release that may leave, into its folder `export`, from the tables that `derive` made.
 * @throws where the files as written are not k-anonymous: nothing is released then
 */
export const makeExport = async (
  connection: DuckDBConnection,
  { folder, files, number, secret, former }: Ordered,
  signal?: AbortSignal,
): Promise<ExportReport> => {
  const target = join(files, EXPORT);
  await mkdir(target, { mode: 0o700 });
  await readFormer(connection, folder, secret, former);
  const { levels, ...found } = await anonymise(connection, signal);
  const draw = randomBytes(32).toString('hex');
  const leftOut = await writeExportTables(
    connection,
    { folder: target, levels, number, secret, draw },
    signal,
  );
  await writeExported(connection, files, secret, number);
  await writePersons(connection, files);
  const written = `read_parquet(${literal(join(target, 'cases.parquet'))})`;
  const names = QUASI_IDENTIFIERS.map(({ name }) => `c.${name}`);
  const after = await sizesOf(connection, written, names);
  if (after.smallest !== null && after.smallest < K)
    throw new Error(`The export has classes of ${after.smallest} persons, not ${K}.`);
  const exact = QUASI_IDENTIFIERS.map((quasi) => quasi.exact);
  const before = await sizesOf(connection, 'released_cases', exact);
  const tables: ReleasedTable[] = [];
  for (const name of EXPORTED_TABLES) tables.push(await tableOf(connection, target, name));
  const report: ExportReport = {
    ...found,
    k: K,
    levels: Object.fromEntries(QUASI_IDENTIFIERS.map(({ name }, i) => [name, levels[i] as number])),
    reached: after.smallest,
    uniqueBefore: before.unique,
    uniqueAfter: after.unique,
    leftOut,
    tables,
    checksum: checksumOf(tables),
  };
  const manifest = exportManifest(number, report);
  await writeFile(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return report;
};
