import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { writeRelease } from '@nodp/warehouse/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { research } from '../index.ts';
import { rScript } from './r-code.ts';

const R =
  spawnSync('Rscript', ['--vanilla', '-e', 'stopifnot(requireNamespace("survival"))']).status === 0;
if (!R) console.warn('Rscript with survival is not installed: R code is not run.');

const unit = (() => {
  let state = 77;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
})();
const people = Array.from({ length: 900 }, (_, i) => {
  const male = unit() < 0.5;
  const lung = unit() < (male ? 0.6 : 0.4);
  const death = -Math.log(unit()) * (male ? 500 : 900) * (lung ? 0.6 : 1);
  const last = 200 + 1600 * unit();
  const recurred = unit() < 0.3 ? Math.ceil(600 * unit()) : null;
  return {
    ...{ person_key: i + 1, case_number: 1, only_case: true, behaviour: '3', origin_days: 0 },
    site_group: lung ? 'lung' : 'stomach',
    sex: male ? 'MALE' : 'FEMALE',
    age: 35 + Math.floor(50 * unit()),
    stage: unit() < 0.2 ? null : unit() < 0.5 ? 'STAGE_II' : 'STAGE_III',
    survival_days: Math.ceil(Math.min(death, last)),
    died: death <= last,
    cancer_death: death <= last ? unit() < 0.8 : null,
    recurrence_days: recurred,
  };
});

/** The rows of a cohort as an export has them in CSV. */
const exported = (site: string) => {
  const header =
    'person_key,sex,age_group,site_group,stage,case_number,survival_days,died,cancer_death,recurrence_days';
  const rows = people
    .filter((one) => one.site_group === site)
    .map((one) => {
      const band = 5 * Math.floor(one.age / 5);
      const age = band >= 85 ? '85+' : `${band}–${band + 4}`;
      return [
        ...[`k${one.person_key}`, one.sex, age, site, one.stage ?? '', 1, one.survival_days],
        ...[one.died, one.cancer_death ?? '', one.recurrence_days ?? ''],
      ].join(',');
    });
  return `${[header, ...rows].join('\n')}\n`;
};

let db: TestDatabase;
let sql: postgres.Sql;
let folder: string;
let releases: Releases;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'nodp-code-'));
  const path = join(folder, folderOf(1));
  await mkdir(path);
  await writeRelease(path, { cases: people });
  await sql`insert into research.release (number, built_at, built_by, persons, cases, first_year, last_year, checksum, vocabulary)
    values (1, now(), 'test', 900, 900, 2015, 2024, ${'3'.repeat(64)}, 'test')`;
  // Hardly any noise, so that what is shown can be set beside R's.
  const rule = { minimumCell: 10, variance: 1e-6, deviation: 1, never: [] };
  releases = createReleases({ folder, rule });
  for (const [arm, site] of [
    ['A', 'lung'],
    ['B', 'stomach'],
  ] as const) {
    await mkdir(join(folder, arm));
    await writeFile(join(folder, arm, 'cases.csv'), exported(site));
  }
});
afterAll(async () => {
  await releases.close();
  await sql.end();
  await db.end();
  await rm(folder, { recursive: true });
});

const arms = [{ site: ['lung'] }, { site: ['stomach'] }];
const ask = async (query: string, comparison: object, covariates: readonly string[]) => {
  const who = principalOf('RESEARCHER', null);
  const { data, messages } = await askerOf(research, db.database, undefined, { releases })(
    who,
    query,
    { comparison: { arms, ...comparison }, covariates },
  );
  expect(messages).toEqual([]);
  return data;
};
const code = `query ($comparison: ComparisonInput!, $covariates: [CoxCovariate!]!) {
  comparisonCode(comparison: $comparison, covariates: $covariates) { script definitions refused { en } } }`;

/** The rows of a result. */
const resultOf = async (name: string) => {
  const lines = (await readFile(join(folder, 'results', `${name}.csv`), 'utf8')).trim().split('\n');
  const cells = (line: string) =>
    [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const names = cells(lines[0] ?? '');
  return lines
    .slice(1)
    .map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i], cell])));
};
const run = async (script: string) => {
  await writeFile(join(folder, 'comparison.R'), script);
  execFileSync('Rscript', ['--vanilla', join(folder, 'comparison.R'), folder], { stdio: 'pipe' });
};

describe.skipIf(!R)('R code on the rows of an export', () => {
  test.each(['OVERALL', 'CANCER_SPECIFIC', 'RECURRENCE_FREE'])(
    'of %s gives the forest plot that is shown',
    async (endpoint) => {
      const covariates = ['AGE_GROUP', 'SEX', 'STAGE'];
      const { comparisonCode } = await ask(code, { endpoint }, covariates);
      await run(comparisonCode.script);
      const { coxAnalysis } = await ask(
        `query ($comparison: ComparisonInput!, $covariates: [CoxCovariate!]!) { coxAnalysis(comparison: $comparison, covariates: $covariates) {
          refused { en } terms { levels { cohort label { en } adjusted { value lower upper } unadjusted { value } } } } }`,
        { endpoint },
        covariates,
      );
      expect(coxAnalysis.refused).toBeNull();
      const rows = await resultOf('cox');
      const named: Record<string, string> = {
        'stage II': 'stageSTAGE_II',
        'stage III': 'stageSTAGE_III',
        female: 'sexFEMALE',
        male: 'sexMALE',
      };
      const r = (model: string, term: string) =>
        rows.find((row) => row.model === model && row.term === term);
      let compared = 0;
      for (const { levels } of coxAnalysis.terms)
        for (const { cohort, label, adjusted, unadjusted } of levels) {
          if (adjusted === null) continue;
          const age = `age_group${label.en.replace('–', '-')}`;
          const term = cohort === null ? (named[label.en] ?? age) : `cohort${'AB'[cohort]}`;
          const found = r('adjusted', term);
          if (found === undefined && label.en === 'not known') continue;
          for (const key of ['ratio', 'lower', 'upper'] as const) {
            const own = adjusted[key === 'ratio' ? 'value' : key];
            // Three digits are shown, and hardly any noise is left.
            expect(Math.abs(Math.log(own / Number(found?.[key])))).toBeLessThan(0.01);
          }
          expect(
            Math.abs(Math.log(unadjusted.value / Number(r('alone', term)?.ratio))),
          ).toBeLessThan(0.01);
          compared++;
        }
      expect(compared).toBeGreaterThan(6);
    },
    60_000,
  );

  test('gives the curves and the weighted ratio that are shown', async () => {
    const { comparisonCode } = await ask(code, {}, ['SEX']);
    await run(comparisonCode.script);
    const { weightedComparison, compareEndpoint } = await ask(
      `query ($comparison: ComparisonInput!, $covariates: [CoxCovariate!]!) {
        weightedComparison(comparison: $comparison, covariates: $covariates) { arms { ratio { value lower upper } } }
        compareEndpoint(comparison: $comparison) { logRank { pValue } arms { curve { months share } } } }`,
      {},
      ['SEX'],
    );
    const [weighted] = await resultOf('weighted');
    const { ratio } = weightedComparison.arms[1];
    expect(Math.abs(Math.log(ratio.value / Number(weighted?.ratio)))).toBeLessThan(0.01);
    expect(Math.abs(Math.log(ratio.lower / Number(weighted?.lower)))).toBeLessThan(0.01);
    for (const row of await resultOf('survival')) {
      if (Number(row.months) > 60) continue;
      const { curve } = compareEndpoint.arms[row.cohort === 'A' ? 0 : 1];
      const shown = curve.find((point: { months: number }) => point.months === Number(row.months));
      if (shown === undefined) {
        // A curve ends where fewer than the minimum cell are at risk.
        expect(Number(row.at_risk)).toBeLessThan(12);
        continue;
      }
      // The curve that is shown falls where ten more have died: by some hundredths it may be late.
      expect(Math.abs(shown.share - Number(row.survival))).toBeLessThan(0.03);
    }
  });
});

test('definitions are told whole, and a design that cannot be made of an export says so', async () => {
  const { comparisonCode } = await ask(code, { months: 36 }, ['SEX']);
  const definitions = JSON.parse(comparisonCode.definitions);
  expect(definitions).toMatchObject({ endpoint: 'OVERALL', months: 36, covariates: ['SEX'] });
  expect(definitions.release.checksum).toBe('3'.repeat(64));
  expect(definitions.cohorts).toHaveLength(2);
  for (const { id } of definitions.cohorts) expect(comparisonCode.script).toContain(id);
  for (const design of [{ endpoint: 'NEXT_TREATMENT' }, { delayedEntry: true }]) {
    const { comparisonCode: none } = await ask(code, design, ['SEX']);
    expect(none.script).toBeNull();
    expect(none.refused.en).toContain('no script');
  }
});

test('words of a definition are never code', () => {
  const words = { en: 'a\nstop("b")\r\u2028stop("c")', zh: '' };
  const script = rScript({
    ...{ release: 1, checksum: 'x', endpoint: 'OVERALL', landmark: 6, covariates: ['SEX'] },
    cohorts: [{ id: 'i', words: words.en }],
    words: { timeZero: words, event: words, leftOut: words },
    minimumCell: 10,
  });
  for (const line of script.split('\n'))
    if (/stop\("[bc]"\)/.test(line)) expect(line).toMatch(/^# /);
});
