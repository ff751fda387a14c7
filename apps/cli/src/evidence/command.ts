import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { auditOperator, PlatformError } from '@nodp/database';
import { SHIPPED_EVIDENCE_DATE, shippedEvidence } from '@nodp/oncology';
import { putEvidence } from '@nodp/subgraph-specimens/evidence';
import { putLabels } from '@nodp/subgraph-specimens/labels';
import { withDatabase } from '../operator/database.ts';

export const evidenceHelp = `nodp evidence load FILE   loads CIViC's nightly export of evidence (tab-separated, or CSV with the same columns): its
                          accepted, unflagged, predictive items are in force from then on
  --as-of YYYY-MM-DD      the day of the export (else read from the file's name, else today)
nodp evidence labels FILE loads what NMPA, FDA and EMA approved drugs for: CSV with the columns drug, authority (NMPA, FDA or
                          EMA), indication, biomarker (may be empty), date (YYYY-MM-DD) and source_url; the whole file is in
                          force from then on, in the place of the one before. None ships with the platform
  --as-of YYYY-MM-DD      the day to which they were looked up
nodp evidence list        the sets that are and were in force`;

const MAX_BYTES = 100_000_000;

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  new Date(`${text}T00:00:00Z`).toISOString?.().startsWith(text);

/** `01-Nov-2026-ClinicalEvidenceSummaries.tsv`, `evidence-2026-11-01.tsv`. */
const dayInName = (path: string): string | null => {
  const name = basename(path);
  const iso = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  if (iso !== undefined && isDay(iso)) return iso;
  const [, day, month, year] = /(\d{1,2})-([A-Z][a-z]{2})-(\d{4})/.exec(name) ?? [];
  const at = ' JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month ?? '?');
  if (at < 1 || day === undefined) return null;
  return `${year}-${String((at + 2) / 3).padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** @throws {PlatformError} where the day is none */
const checkedDay = (given: string | undefined): string | undefined => {
  if (given !== undefined && !isDay(given))
    throw new PlatformError('usage', `--as-of is a day, YYYY-MM-DD, not ${given}.`);
  return given;
};

const readText = async (path: string): Promise<string> => {
  const { size } = await stat(path);
  if (size > MAX_BYTES)
    throw new PlatformError('usage', `${path} has more than ${MAX_BYTES / 1_000_000} MB.`);
  return readFile(path, 'utf8');
};

const loadLabels = async (
  path: string,
  given: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<number> => {
  const asOf = checkedDay(given);
  if (asOf === undefined)
    throw new PlatformError('usage', 'Say to which day the labels were looked up: --as-of.');
  const text = await readText(path);
  return withDatabase(env, async (sql) => {
    const put = await sql.begin(async (transaction) => {
      const owner = transaction as unknown as typeof sql;
      const done = await putLabels(owner, text, asOf, env.USER ?? 'operator');
      if (!done.unchanged)
        await auditOperator(owner, 'nodp evidence labels', { asOf, labels: done.labels });
      return done;
    });
    console.log(
      put.unchanged
        ? `The same ${put.labels} labels are in force already: nothing was loaded.`
        : `Loaded: ${put.labels} labels as of ${asOf}, in force from now on.`,
    );
    return 0;
  });
};

const load = async (
  path: string,
  given: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<number> => {
  const day = checkedDay(given);
  const text = await readText(path);
  const asOf = day ?? dayInName(path) ?? new Date().toISOString().slice(0, 10);
  return withDatabase(env, async (sql) => {
    const put = await sql.begin(async (transaction) => {
      const done = await putEvidence(
        transaction as unknown as typeof sql,
        text,
        asOf,
        env.USER ?? 'operator',
      );
      const { came, went, changed } = done.changes;
      if (!done.unchanged)
        await auditOperator(transaction as unknown as typeof sql, 'nodp evidence load', {
          asOf,
          items: done.items,
          came: came.length,
          went: went.length,
          changed: changed.length,
        });
      return done;
    });
    const { came, went, changed } = put.changes;
    console.log(
      put.unchanged
        ? `The same ${put.items} items are in force already: nothing was loaded.`
        : `Loaded: ${put.items} items as of ${asOf}, in force from now on. Came ${came.length}, went ${went.length}, changed ${changed.length}.`,
    );
    for (const { before, after } of changed.slice(0, 20))
      console.log(
        `  EID${after.id} ${after.profile}: ${before.direction} ${before.significance} ${before.level} → ${after.direction} ${after.significance} ${after.level}`,
      );
    return 0;
  });
};

const list = (env: NodeJS.ProcessEnv): Promise<number> =>
  withDatabase(env, async (sql) => {
    const sets = await sql<{ as_of: string; items: number; since: string; by: string }[]>`
      select as_of::text, items, loaded_at::text as since, loaded_by as by
      from specimens.evidence_set order by loaded_at`;
    console.log(`${SHIPPED_EVIDENCE_DATE}  ${shippedEvidence().length} items  as installed`);
    for (const { as_of: asOf, items, since, by } of sets)
      console.log(`${asOf}  ${items} items  since ${since}  by ${by}`);
    const labels = await sql<{ as_of: string; labels: number; since: string; by: string }[]>`
      select as_of::text, labels, loaded_at::text as since, loaded_by as by
      from specimens.drug_label_set order by loaded_at`;
    for (const { as_of: asOf, labels: many, since, by } of labels)
      console.log(`${asOf}  ${many} labels  since ${since}  by ${by}`);
    return 0;
  });

/** @returns the exit code */
export const evidenceCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'as-of': { type: 'string' } },
  });
  const [verb, path, ...rest] = positionals;
  if (verb === 'list' && path === undefined) return list(env);
  if (verb === 'labels' && path !== undefined && rest.length === 0)
    return loadLabels(path, values['as-of'], env);
  if (verb === 'load' && path !== undefined && rest.length === 0)
    return load(path, values['as-of'], env);
  throw new PlatformError('usage', evidenceHelp);
};
