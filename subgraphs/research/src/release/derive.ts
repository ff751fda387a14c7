import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBListValue, DuckDBValue } from '@duckdb/node-api';
import { PlatformError } from '@nodp/database';
import { type InputName, RELEASE_INPUTS } from '@nodp/record/release';
import { literal, personBits, secretFor, TABLES } from '@nodp/warehouse';
import { caseSteps, keyStep, personSteps, releasedCases } from './derive-cases.ts';
import { combinationStep, releasedEvents, sortedBy } from './derive-events.ts';
import { biomarkerOf, intentOf, regimenOf } from './vocabulary.ts';

const readExtract = (name: InputName, folder: string): string => {
  const file = literal(join(folder, `${name}.csv`));
  const types = Object.entries(RELEASE_INPUTS[name]).map(
    ([column, type]) => `${literal(column)}: ${literal(type)}`,
  );
  return `create table ${name} as from read_csv(${file}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${types.join(', ')}})`;
};

const inputs = Object.keys(RELEASE_INPUTS) as InputName[];

/** A small table of what the terminology says of codes met: distinct codes alone pass through JavaScript. */
const name = async (
  connection: DuckDBConnection,
  table: string,
  columns: string,
  met: string,
  of: (row: readonly DuckDBValue[]) => string | null,
): Promise<void> => {
  await connection.run(`create table ${table} (${columns})`);
  const rows = (await connection.runAndReadAll(met)).getRows();
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    const found = of(row);
    if (found === null) continue;
    for (const value of [...row, found]) appender.appendValue(value);
    appender.endRow();
  }
  appender.closeSync();
};

const text = (value: DuckDBValue | undefined): string | null =>
  typeof value === 'string' ? value : null;

const nameCodes = async (connection: DuckDBConnection): Promise<void> => {
  await name(
    connection,
    'regimen_name',
    'drugs varchar[], site_group varchar, regimen varchar',
    'select distinct drugs, site_group from combination',
    ([drugs, site]) => regimenOf((drugs as DuckDBListValue).items as string[], site as string),
  );
  await name(
    connection,
    'biomarker_name',
    'system varchar, code varchar, display varchar, biomarker varchar',
    'select distinct system, code, display from biomarker',
    ([system, code, display]) => biomarkerOf(text(system), text(code), text(display)),
  );
  await name(
    connection,
    'intent_name',
    'intent_code varchar, intent varchar',
    'select distinct intent_code from treatment where intent_code is not null',
    ([code]) => intentOf(code as string),
  );
};

/** @throws {PlatformError} where a tumour has no stage at diagnosis, known or unknown, by the rules */
const refuseUndecided = async (connection: DuckDBConnection): Promise<void> => {
  const found = await connection.runAndReadAll(
    'select count(*)::integer from tumour where stage is null',
  );
  const many = Number(found.getRows()[0]?.[0] ?? 0);
  if (many === 0) return;
  throw new PlatformError(
    'release-recompute',
    `The stage at diagnosis of ${many} tumours was not decided by this version of the rules. Run "nodp recompute", then build the release.`,
  );
};

/** Persons' keys for disclosure control under bits of this release alone: its files link no person to another release. */
const encryptKeys = async (connection: DuckDBConnection, secret: Uint8Array): Promise<void> => {
  await connection.run('create table record_key (person_key integer, record_key integer)');
  const read = await connection.runAndReadAll('select person_key, lasting_key from person');
  const [persons = [], keys = []] = read.getColumns();
  const bits = personBits(secret, persons.length);
  const appender = await connection.createAppender('record_key');
  persons.forEach((person, i) => {
    appender.appendInteger(person as number);
    appender.appendInteger((keys[i] as number) ^ (bits[person as number] as number));
    appender.endRow();
  });
  appender.closeSync();
};

/** Sums of the disclosure keys, modulo 2³², of all persons and of all cases: what their numbers are moved by. */
export interface SumsOfKeys {
  readonly persons: number;
  readonly cases: number;
}

export const sumsOfKeys = async (connection: DuckDBConnection): Promise<SumsOfKeys> => {
  const read = await connection.runAndReadAll(
    'select sum(lasting_key::hugeint), (select sum(lasting_key::hugeint) from numbered join person using (person_key)) from person',
  );
  const [persons, cases] = (read.getRows()[0] ?? []).map((sum) =>
    Number(BigInt.asUintN(32, BigInt((sum as bigint | null) ?? 0))),
  );
  return { persons: persons ?? 0, cases: cases ?? 0 };
};

/** Makes the released tables from the extracts' files and writes them as Parquet into the same folder. */
export const derive = async (
  connection: DuckDBConnection,
  extracts: string,
  folder: string,
  number: number,
  secret: Uint8Array,
  signal: AbortSignal | undefined,
  step: (done: number, of: number) => Promise<void>,
): Promise<void> => {
  const before = [...inputs.map((input) => readExtract(input, extracts)), ...personSteps];
  const middle = [...caseSteps, ...releasedCases, combinationStep];
  const after = [
    ...releasedEvents,
    ...TABLES.map(({ name: table, columns }) => {
      const casts = columns.map((column) => column.name).join(', ');
      return `copy (select ${casts} from released_${table} order by ${sortedBy[table]}) to ${literal(join(folder, `${table}.parquet`))} (format parquet, compression zstd)`;
    }),
  ];
  const total = before.length + middle.length + after.length;
  let done = 0;
  const run = async (statement: string) => {
    signal?.throwIfAborted();
    await connection.run(statement);
    await step(++done, total);
  };
  for (const statement of before) await run(statement);
  await refuseUndecided(connection);
  // The first is known here only, and forgotten with this call.
  await connection.run(keyStep, [
    randomBytes(32).toString('hex'),
    secretFor(secret, 'persons').toString('hex'),
  ]);
  await encryptKeys(connection, secretFor(secret, `release ${number}`));
  for (const statement of middle) await run(statement);
  await nameCodes(connection);
  for (const statement of after) await run(statement);
};
