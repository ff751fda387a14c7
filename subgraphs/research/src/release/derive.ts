import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBListValue } from '@duckdb/node-api';
import { PlatformError } from '@nodp/database';
import { type InputName, RELEASE_INPUTS } from '@nodp/record/release';
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { siteOfBody } from '@nodp/terminology/site-of-body';
import { literal, secretFor, TABLES } from '@nodp/warehouse';
import { dateReports, endCases } from './date-cases.ts';
import { caseSteps, keyStep, releasedCases } from './derive-cases.ts';
import { combinationStep, releasedEvents, sortedBy } from './derive-events.ts';
import { judgeScreening, releasedScreening, screeningSteps } from './derive-screening.ts';
import { nameVariants, releasedVariants } from './derive-variants.ts';
import { judge, text } from './judge.ts';
import { encryptKeys } from './keys.ts';
import { findLocalControl } from './local-control.ts';
import { joinSamePersons } from './same-persons.ts';
import { sentHistologies, sentNames } from './sent-names.ts';
import { DISEASE_STEPS, deriveDiseases } from './single-disease/derive-diseases.ts';
import { atcOf, biomarkerOf, intentOf, regimenOf } from './vocabulary.ts';

const readExtract = (name: InputName, folder: string): string => {
  const file = literal(join(folder, `${name}.csv`));
  const types = Object.entries(RELEASE_INPUTS[name]).map(
    ([column, type]) => `${literal(column)}: ${literal(type)}`,
  );
  return `create table ${name} as from read_csv(${file}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${types.join(', ')}})`;
};

const inputs = Object.keys(RELEASE_INPUTS) as InputName[];

/** A name where there is one. */
const one = (name: string | null): readonly [string] | null => (name === null ? null : [name]);

const nameCodes = async (connection: DuckDBConnection): Promise<void> => {
  await judge(
    connection,
    'regimen_name',
    'drugs varchar[], site_group varchar, regimen varchar',
    'select distinct drugs, site_group from combination',
    ([drugs, site]) => one(regimenOf((drugs as DuckDBListValue).items as string[], site as string)),
  );
  await judge(
    connection,
    'drug_name',
    'drug varchar, atc varchar',
    'select distinct drug from treatment where drug is not null',
    ([drug]) => one(atcOf(drug as string)),
  );
  await judge(
    connection,
    'biomarker_name',
    'system varchar, code varchar, display varchar, biomarker varchar',
    'select distinct system, code, display from biomarker',
    ([system, code, display]) => one(biomarkerOf(text(system), text(code), text(display))),
  );
  await judge(
    connection,
    'analyte_name',
    'code varchar, analyte varchar',
    'select distinct code from result',
    ([code]) => one(analyteOfLoinc(code as string)?.loinc[0] ?? null),
  );
  await judge(
    connection,
    'intent_name',
    'intent_code varchar, intent varchar',
    'select distinct intent_code from treatment where intent_code is not null',
    ([code]) => one(intentOf(code as string)),
  );
};

/** @throws {PlatformError} where a tumour has no stage at diagnosis, known or unknown, or no case by the rules */
const refuseUndecided = async (connection: DuckDBConnection): Promise<void> => {
  const found = await connection.runAndReadAll(
    'select count(*)::integer from tumour where stage is null or case_id is null',
  );
  const many = Number(found.getRows()[0]?.[0] ?? 0);
  if (many === 0) return;
  throw new PlatformError(
    'release-recompute',
    `The stage at diagnosis and the case of ${many} tumours were not decided by this version of the rules. Run "nodp recompute", then build the release.`,
  );
};

/** Days of a release, YYYY-MM-DD in the national calendar. */
export interface ReleaseDates {
  /** Of the build: nothing was diagnosed after it. */
  readonly today: string;
  /** The last one to which follow-up is complete: nobody is followed beyond it. */
  readonly closing: string;
}

/** What a release's disclosure keys are made with: its number and the installation's secret. */
interface Keyed {
  readonly number: number;
  readonly secret: Uint8Array;
}

/** Makes the released tables from the extracts' files and writes them as Parquet into the same folder. */
export const derive = async (
  connection: DuckDBConnection,
  extracts: string,
  folder: string,
  { number, secret, today, closing }: ReleaseDates & Keyed,
  signal: AbortSignal | undefined,
  step: (done: number, of: number) => void,
): Promise<void> => {
  const before = inputs.map((input) => readExtract(input, extracts));
  const middle = [...sentHistologies, ...screeningSteps, ...releasedCases, combinationStep];
  const after = [
    ...sentNames,
    ...releasedEvents,
    ...releasedVariants,
    releasedScreening,
    ...TABLES.map(({ name: table, columns }) => {
      const casts = columns.map((column) => column.name).join(', ');
      return `copy (select ${casts} from released_${table} order by ${sortedBy[table]}) to ${literal(join(folder, `${table}.parquet`))} (format parquet, compression zstd)`;
    }),
  ];
  const total = before.length + caseSteps.length + middle.length + after.length + DISEASE_STEPS;
  let done = 0;
  const run = async (statement: string) => {
    signal?.throwIfAborted();
    await connection.run(statement);
    step(++done, total);
  };
  for (const statement of before) await run(statement);
  await refuseUndecided(connection);
  await joinSamePersons(connection);
  await dateReports(connection, today);
  await judge(
    connection,
    'site_of_body',
    'system varchar, code varchar, site_group varchar',
    'select distinct body_site_system, body_site_code from treatment where body_site_code is not null',
    ([system, code]) => one(siteOfBody(text(system), code as string)),
  );
  // The first is known here only, and forgotten with this call.
  await connection.run(keyStep, [
    randomBytes(32).toString('hex'),
    secretFor(secret, 'persons').toString('hex'),
  ]);
  await encryptKeys(connection, secretFor(secret, `release ${number}`));
  for (const statement of caseSteps) await run(statement);
  await endCases(connection, closing);
  await judgeScreening(connection);
  await connection.run(`create table release_day as select date '${today}' as today`);
  for (const statement of middle) await run(statement);
  await nameCodes(connection);
  await nameVariants(connection);
  await findLocalControl(connection);
  for (const statement of after) await run(statement);
  await deriveDiseases(connection, folder, run);
};
