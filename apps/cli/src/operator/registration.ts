import { readFile, stat } from 'node:fs/promises';
import { auditOperator, PlatformError } from '@nodp/database';
import { putRegistries, REGISTRATION_COLUMNS, readRegistries } from '@nodp/subgraph-statistics';
import type postgres from 'postgres';
import { withDatabase } from './database.ts';

export const registrationHelp = `nodp registration load FILE   population-based registries: which areas and years they cover, and the person-years lived
                           there; what was known of the registries in the file is replaced. CSV, a row for each region,
                           year and sex: ${REGISTRATION_COLUMNS.slice(0, 10).join(', ')},
                           then person-years of ages 0 (0–4), 5, … 85 (85 and more). completeness in percent;
                           closed_on empty while the year is open; sex female or male
nodp registration list        registries with their areas, years and completeness`;

const MAX_BYTES = 50_000_000;

const load = async (path: string, env: NodeJS.ProcessEnv): Promise<number> => {
  const { size } = await stat(path);
  if (size > MAX_BYTES)
    throw new PlatformError('usage', `${path} has more than ${MAX_BYTES / 1_000_000} MB: part it.`);
  const registries = readRegistries(await readFile(path, 'utf8'));
  await withDatabase(env, async (sql) => {
    try {
      await putRegistries(sql, registries);
    } catch (error) {
      if ((error as { code?: string }).code !== '23505') throw error;
      throw new PlatformError(
        'usage',
        `A region and year of ${path} is covered by another registry already (${(error as postgres.PostgresError).detail}): the same people would be counted twice.`,
      );
    }
    await auditOperator(sql, 'nodp registration load', {
      registries: registries.map(({ code }) => code).join(' '),
    });
  });
  const areas = registries.reduce((sum, { areas: own }) => sum + own.length, 0);
  console.log(`Loaded: registries ${registries.length}, years of their areas ${areas}.`);
  return 0;
};

const list = async (env: NodeJS.ProcessEnv): Promise<number> => {
  const rows = await withDatabase(
    env,
    (sql) => sql<{ code: string; name: string; regions: string; years: string; least: number }[]>`
      select r.code, r.name_en || ' ' || r.name_zh as name,
        string_agg(distinct p.region_code, ' ') as regions,
        min(y.year) || '–' || max(y.year) as years, min(y.completeness) as least
      from statistics.registry r join statistics.registry_year y on y.registry_code = r.code
      left join statistics.person_years p on p.registry_code = r.code and p.year = y.year
      group by 1, 2 order by 1`,
  );
  for (const { code, name, regions, years, least } of rows)
    console.log(
      `${code}  ${name}  ${regions}  ${years}  complete from ${Math.round(least * 100)}%`,
    );
  if (rows.length === 0) console.log('There is no registry: counts are shown, rates are not.');
  return 0;
};

export const registrationCommand = async (
  [verb, path]: string[],
  env: NodeJS.ProcessEnv,
): Promise<number> => {
  if (verb === 'list') return list(env);
  if (verb === 'load' && path !== undefined) return load(path, env);
  throw new PlatformError('usage', registrationHelp);
};
