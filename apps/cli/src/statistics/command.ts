import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { auditOperator, PlatformError } from '@nodp/database';
import { fileAt, loadFiles, ownerWriter } from '@nodp/subgraph-statistics';
import type postgres from 'postgres';
import { publish } from '../edition/publish.ts';
import { withDatabase } from '../operator/database.ts';
import { pool } from './pool.ts';

export const statisticsHelp = `nodp statistics load FILE…|FOLDER   aggregates of population-based registries (cases, deaths and person-years by sex, age and site)
                          and life tables, as the next version of their data set; former versions stay. Files are told by
                          their headings: docs/registry-data.md. The data files of Cancer Incidence in Five Continents
                          vol. XII and of World Population Prospects 2019 are read as they are published; .gz is unpacked
  --check                 reads and checks, and loads nothing
nodp statistics list      data sets and life tables with their versions
nodp statistics pool FILE answers of several places to one question, pooled under one effect and under effects that differ
                          (DerSimonian and Laird). FILE is CSV: place, estimate, and lower and upper (95 %) or standard_error
  --ratio                 the estimates are ratios (of hazards, rates, risks, odds): pooled on the logarithm
nodp statistics publish DIR [NAME…]   the public edition: reports that the account saved (all, or those named) as static pages in both
                          languages with their figures as tables and CSV, for any web server; nobody has to sign in to read them
  --url URL               the running platform (NODP_URL, http://localhost:4000)
  --account NAME          whose reports (NODP_ACCOUNT); the password comes from NODP_PASSWORD or is asked for; or --token TOKEN`;

/** Names of tables; other files of a folder (a README) are none. */
const TABLE = /\.(?:csv|tsv|txt)(?:\.gz)?$/i;

const filesOf = async (paths: readonly string[]): Promise<string[]> => {
  const files: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) files.push(path);
    else
      for (const name of (await readdir(path)).sort())
        if (TABLE.test(name)) files.push(join(path, name));
  }
  if (files.length === 0)
    throw new PlatformError(
      'usage',
      `There is no .csv, .tsv or .gz of these in ${paths.join(' ')}.`,
    );
  return files;
};

/** Most problems printed; a file whose column is shifted has one in every line. */
const MOST_PRINTED = 50;

const load = async (
  paths: readonly string[],
  check: boolean,
  env: NodeJS.ProcessEnv,
): Promise<number> => {
  const files = (await filesOf(paths)).map(fileAt);
  const begun = performance.now();
  const run = (sql: postgres.Sql | null) =>
    loadFiles(
      files,
      env.USER ?? 'operator',
      sql === null
        ? null
        : (work) =>
            sql.begin(async (transaction) => {
              const done = await work(ownerWriter(transaction));
              await auditOperator(transaction as unknown as postgres.Sql, 'nodp statistics load', {
                files: files.map(({ name }) => name).join(' '),
              });
              return done;
            }) as never,
    );
  const { sets, problems, rows } = check ? await run(null) : await withDatabase(env, run);
  for (const { severity, file, line, column, reason, remedy } of problems.told.slice(
    0,
    MOST_PRINTED,
  )) {
    const place = [file, line === null ? '' : `line ${line}`, column ?? '']
      .filter(Boolean)
      .join(', ');
    const write = severity === 'ERROR' ? console.error : console.log;
    write(`${severity === 'ERROR' ? 'error' : 'remark'}: ${place}: ${reason.en} ${remedy.en}`);
  }
  const untold = problems.errors + problems.remarks - Math.min(problems.told.length, MOST_PRINTED);
  if (untold > 0) console.error(`… and ${untold} more.`);
  if (problems.errors > 0) {
    console.error(`Nothing was loaded: ${problems.errors} errors.`);
    return 1;
  }
  for (const { kind, read, put } of sets) {
    const what = kind === 'REGISTRY' ? 'registry data' : 'life tables';
    const became =
      put === null
        ? 'checked'
        : put.unchanged
          ? `is loaded already as version ${put.version}`
          : `loaded as version ${put.version}`;
    const size = 'areas' in read ? `, ${read.areas.length} registries` : '';
    console.log(`${read.about.id} (${what}${size}) ${became}: ${read.about.name.en}`);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${rows.toLocaleString('en')} rows of ${files.length} files in ${seconds} s.`);
  return 0;
};

const list = (env: NodeJS.ProcessEnv): Promise<number> =>
  withDatabase(env, async (sql) => {
    const sets = await sql<{ id: string; version: number; name: string; what: string }[]>`
      select id, version, name_en as name, areas || ' registries, ' || first_year || '–' || last_year || ', ' || cases
        || ' cases' || case when published then '' else ', unpublished' end as what, loaded_at
      from statistics.registry_data_set
      union all
      select id, version, name_en, 'life tables, ' || first_year || '–' || last_year, loaded_at
      from statistics.life_table_set
      order by id, version`;
    for (const { id, version, name, what } of sets)
      console.log(`${id}  version ${version}  ${what}  ${name}`);
    if (sets.length === 0) console.log('No data set is loaded.');
    return 0;
  });

/** @returns the exit code */
export const statisticsCommand = async (
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      check: { type: 'boolean' },
      ratio: { type: 'boolean' },
      url: { type: 'string' },
      token: { type: 'string' },
      account: { type: 'string' },
    },
  });
  const [verb, ...paths] = positionals;
  if (verb === 'list' && paths.length === 0) return list(env);
  if (verb === 'load' && paths.length > 0) return load(paths, values.check === true, env);
  const [answers] = paths;
  if (verb === 'pool' && answers !== undefined && paths.length === 1)
    return pool(answers, values.ratio === true);
  if (verb === 'publish') {
    const [folder, ...names] = paths;
    if (folder !== undefined) return publish(folder, names, values, env);
  }
  throw new PlatformError('usage', statisticsHelp);
};
