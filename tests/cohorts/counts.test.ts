import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCKS } from '@nodp/database';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import { research } from '@nodp/subgraph-research';
import { createReleases, folderOf, loadPostgres } from '@nodp/warehouse';
import { describe, expect, test } from 'vitest';
import { building, resources, setting, sql, withCounts } from './counts-fixture.ts';
import { elsewhere, manager, patients, researcher } from './setting.ts';

withCounts();

test('before the first release there is nothing, and nothing fails', async () => {
  const query = '{ releases { number } release { number } cohort(definition: { all: [] }) { id } }';
  const ask = askerOf(research, setting.db.database, undefined, resources());
  const { data, messages } = await ask(researcher, query);
  expect(messages).toEqual([]);
  expect(data).toEqual({ releases: [], release: null, cohort: null });
});

test('the national data manager builds a release, once at a time, in a process of its own', async () => {
  const ask = askerOf(research, setting.db.database, undefined, resources());
  const start = 'mutation { buildRelease { id state } }';
  expect((await ask(elsewhere, start)).codes).toEqual(['FORBIDDEN']);
  expect((await ask(researcher, start)).codes).toEqual(['FORBIDDEN']);
  // As another build holds it.
  await sql`select pg_advisory_lock(${LOCKS.releaseBuild})`;
  expect((await ask(manager, start)).codes).toEqual(['CONFLICT']);
  await sql`select pg_advisory_unlock(${LOCKS.releaseBuild})`;
  const first = await ask(manager, start);
  expect(first.messages).toEqual([]);
  expect(first.data.buildRelease.state).not.toBe('FAILED');
  // One that waits for a worker is under way as well.
  expect((await ask(manager, start)).codes).toEqual(['CONFLICT']);
  await expect
    .poll(async () => (await ask(manager, building)).data.releaseBuild, { timeout: 100_000 })
    .toEqual({ state: 'DONE', step: 'DONE', share: 1, problem: null, releaseNumber: 1 });
  const { data } = await ask(
    researcher,
    '{ release { number persons { value } dictionary { name } } }',
  );
  expect(data.release).toMatchObject({ number: 1, persons: { value: about(patients) } });
}, 120_000);

test('a clinician is told what happened from the start of a drug, relaxed in order until there are enough', async () => {
  const ask = askerOf(research, setting.db.database, undefined, resources());
  const query = `query ($site: String!, $drug: String!, $driver: String, $stage: CohortStage) {
    drugExperience(siteGroup: $site, drug: $drug, driver: $driver, stage: $stage) { releaseNumber enough
      steps { description { en zh } enough } persons { value suppressed } deaths { value } months survival lower upper medianMonths
      untilNext { events { value } months survival medianMonths } best { status count { value suppressed } } } }`;
  const clinician = principalOf('CLINICIAN', elsewhere.institutionId);
  const [common] =
    await sql`select lower(drug) as drug, t.site_group as site from patients.treatment r
    join patients.tumour t using (patient_id) where drug is not null and t.kind = 'PRIMARY'
    group by 1, 2 order by count(distinct r.patient_id) desc limit 1`;
  const often = await ask(clinician, query, {
    ...common,
    driver: 'BRCA1',
    stage: 'STAGE_0',
  });
  expect(often.messages).toEqual([]);
  const { steps, enough, months, survival, untilNext, best } = often.data.drugExperience;
  // Nobody has both; without the stage, then without the driver, there are enough.
  expect(steps.map((step: { enough: boolean }) => step.enough)).toEqual([false, false, true]);
  expect(enough).toBe(true);
  expect(months[0]).toBe(0);
  expect(survival[0]).toBe(1);
  expect(survival.at(-1)).toBeLessThan(1);
  expect(untilNext.survival[0]).toBe(1);
  // Whoever died had an event, and more had one; both curves are moved a little.
  expect(untilNext.survival[12]).toBeLessThan(survival[12]);
  expect(best.map(({ status }: { status: string }) => status)).toEqual([
    ...['REMISSION', 'IMPROVED', 'STABLE', 'PROGRESSED', 'NOT_RECORDED'],
  ]);
  const never = await ask(clinician, query, { site: 'lung', drug: 'toripalimab', driver: 'BRAF' });
  expect(never.data.drugExperience).toMatchObject({ enough: false, persons: null, months: [] });
  const unheard = await ask(clinician, query, { site: 'lung', drug: 'unheard of' });
  expect(unheard.data.drugExperience).toMatchObject({ enough: false, persons: null });
  expect((await ask(manager, query, { ...common })).codes).not.toEqual([]);
});

test('a build that was cancelled, or failed, says that nothing was released', async () => {
  const ask = askerOf(research, setting.db.database, undefined, resources());
  const ended = (state: string, problem: string | null) => sql`
    insert into basic.job (id, kind, requested_by, state, step, share, problem)
    values (gen_random_uuid(), 'release-build', 'x', ${state}, 'DERIVING', 0.6, ${problem})`;
  await ended('CANCELLED', null);
  expect((await ask(manager, building)).data.releaseBuild).toEqual({
    state: 'FAILED',
    step: 'DERIVING',
    share: expect.closeTo(0.6),
    problem: { en: 'It was cancelled. Nothing was released.' },
    releaseNumber: null,
  });
  await ended('FAILED', 'The disk is full.');
  expect((await ask(manager, building)).data.releaseBuild.problem.en).toBe(
    'The disk is full. Nothing was released.',
  );
  // Jobs are the nation's: an institution's data manager sees releases, and no build.
  expect((await ask(elsewhere, building)).data.releaseBuild).toBeNull();
});

const cohort = `query ($definition: CohortDefinitionInput!) { cohort(definition: $definition) {
  id description { en zh } problems { code severity path } count { value suppressed }
  attrition { description { en } count { value } }
  facets { property cells { key label { zh } count { value suppressed } } } } }`;

/** Moved by nine at most. */
const about = (n: number) => ({
  // Some patients of the pool are one person in a release, and noise of nine comes on top.
  asymmetricMatch: (shown: unknown) => typeof shown === 'number' && Math.abs(shown - n) <= 9 + 3,
  toString: () => `about ${n}`,
});

test('a release built before a table was released says so of who asks for it, and answers the others', async () => {
  const older = await mkdtemp(join(tmpdir(), 'nodp-older-'));
  const files = join(older, folderOf(1));
  await cp(join(setting.folder, folderOf(1)), files, { recursive: true });
  await rm(join(files, 'variants.parquet'));
  const manifest = JSON.parse(await readFile(join(files, 'manifest.json'), 'utf8'));
  manifest.dictionary = manifest.dictionary.filter(
    ({ table }: { table: string }) => table !== 'variants',
  );
  await chmod(join(files, 'manifest.json'), 0o600);
  await writeFile(join(files, 'manifest.json'), JSON.stringify(manifest));
  const releases = createReleases({ folder: older });
  try {
    const ask = askerOf(research, setting.db.database, undefined, { releases });
    const variant = { variant: { gene: 'EGFR' } };
    const refused = await ask(
      researcher,
      cohort.replace('code severity path', 'code severity path message { en zh }'),
      {
        definition: { all: [{ site: ['lung'] }, { any: [{ sex: ['MALE'] }, { not: variant }] }] },
      },
    );
    expect(refused.messages).toEqual([]);
    expect(refused.data.cohort).toMatchObject({ count: null, attrition: [], facets: [] });
    expect(refused.data.cohort.problems).toEqual([
      {
        code: 'not-in-release',
        severity: 'ERROR',
        path: 'all.1.any.1.not.variant',
        message: {
          en: expect.stringContaining('This release cannot answer “Gene change”'),
          zh: expect.stringContaining('本版数据无法回答“基因变异”'),
        },
      },
    ]);
    const others = await ask(researcher, cohort, { definition: { site: ['lung'] } });
    expect(others.data.cohort).toMatchObject({
      problems: [],
      count: { value: expect.any(Number) },
    });
  } finally {
    await releases.close();
    await rm(older, { recursive: true });
  }
});

describe.each(engines)('cohorts under %s', (_, engine) => {
  const asker = () => askerOf(research, setting.db.database, engine(), resources());

  test('a count is that of the clinical pool, moved a little', async () => {
    const [row] = await sql`
      select count(distinct t.patient_id)::int as n from patients.tumour t join patients.patient p using (patient_id)
      where t.kind = 'PRIMARY' and t.site_group in ('lung', 'stomach') and p.sex = 'MALE'`;
    const definition = { all: [{ site: ['lung', 'stomach'] }, { sex: ['MALE'] }] };
    const { data, messages, statements } = await asker()(researcher, cohort, { definition });
    expect(messages).toEqual([]);
    expect(row?.n).toBeGreaterThan(100);
    expect(data.cohort.count).toEqual({ value: about(row?.n), suppressed: false });
    // Identity, the release, and the budget for the count with its steps and for the facets; the cohort itself costs nothing.
    expect(statements).toBe(4);
    expect(data.cohort.attrition.map((s: { count: { value: number } }) => s.count.value)).toEqual([
      about(patients),
      // Malignant, as nothing is said of behaviour.
      about(patients),
      expect.any(Number),
      about(row?.n),
    ]);
    expect(data.cohort.description.zh).toBe('行为学：恶性，且部位：肺、支气管和气管或胃，且男性');
    const sex = data.cohort.facets.find((f: { property: string }) => f.property === 'SEX');
    expect(sex.cells).toMatchObject([
      { key: 'FEMALE', count: { value: null, suppressed: true } },
      { key: 'MALE', count: { value: about(row?.n) } },
      { key: 'OTHER', count: { suppressed: true } },
      { key: 'UNKNOWN', count: { suppressed: true } },
    ]);
  });

  test('treatment and biomarker are those of the person', async () => {
    const [row] = await sql`
      select count(distinct t.patient_id)::int as n from patients.tumour t
      where t.kind = 'PRIMARY' and t.site_group = 'lung'
        and exists (select 1 from patients.treatment r where r.patient_id = t.patient_id and r.kind = 'SURGERY')
        and not exists (select 1 from specimens.biomarker b where b.patient_id = t.patient_id
          and b.code = 'HGNC:3236' and b.finding = 'positive')`;
    const definition = {
      all: [
        { site: ['lung'] },
        { treatment: { kind: 'SURGERY' } },
        { not: { biomarker: { biomarker: 'EGFR', findings: ['POSITIVE'] } } },
      ],
    };
    const { data } = await asker()(researcher, cohort, { definition });
    expect(row?.n).toBeGreaterThan(20);
    expect(data.cohort.count.value).toEqual(about(row?.n));
  });

  test('a change of a gene: found, looked for and not found, and never looked for', async () => {
    const tested = await sql`
      select count(distinct patient_id)::int as n from specimens.genomic_test where 'EGFR' = any(genes)`;
    const found = await sql`
      select count(distinct patient_id)::int as n from specimens.variant
      where display = 'EGFR' and presence = 'present'`;
    const egfr = { gene: 'EGFR' };
    const countOf = async (definition: unknown) => {
      const all = {
        all: [{ behaviour: ['MALIGNANT', 'IN_SITU', 'UNCERTAIN', 'BENIGN'] }, definition],
      };
      const { data, messages } = await asker()(researcher, cohort, { definition: all });
      expect(messages).toEqual([]);
      expect(data.cohort.problems).toEqual([]);
      return data.cohort.count.value;
    };
    const [n, most] = [found[0]?.n, tested[0]?.n];
    expect(n).toBeGreaterThan(20);
    expect(await countOf({ variant: egfr })).toEqual(about(n));
    const without = await countOf({ not: { variant: egfr } });
    expect(await countOf({ variant: { ...egfr, finding: 'NOT_FOUND' } })).toBe(without);
    // Those of whom nobody knows are in neither.
    expect(without).toBeGreaterThan(20);
    expect(without).toBeLessThanOrEqual(most - n + 9);
    expect(most).toBeLessThan(patients / 2);
  });

  test('results of the laboratory in the usual unit or in another, and how persons are at the closing date', async () => {
    const everyone = { behaviour: ['MALIGNANT', 'IN_SITU', 'UNCERTAIN', 'BENIGN'] };
    const countOf = async (asked: unknown) => {
      const definition = { all: [everyone, asked] };
      const { data, messages } = await asker()(researcher, cohort, { definition });
      expect(messages).toEqual([]);
      expect(
        data.cohort.problems.filter((p: { severity: string }) => p.severity === 'ERROR'),
      ).toEqual([]);
      return data.cohort.count.value;
    };
    const [high] = await sql`
      select count(distinct patient_id)::int as n from patients.observation
      where code = '2039-6' and normal_value >= 20 and not_final is null`;
    expect(high?.n).toBeGreaterThan(20);
    const cea = { analyte: '2039-6', statistic: 'HIGHEST' };
    expect(await countOf({ laboratory: { ...cea, value: { from: 20 } } })).toEqual(about(high?.n));
    expect(await countOf({ laboratory: { ...cea, value: { from: 0.02 }, unit: 'mg/L' } })).toEqual(
      about(high?.n),
    );
    const wrong = await asker()(researcher, cohort, {
      definition: { laboratory: { ...cea, unit: 'mm[Hg]' } },
    });
    expect(wrong.data.cohort.problems).toMatchObject([
      { code: 'unknown-code', path: 'laboratory.unit' },
    ]);
    const [dead] = await sql`
      select count(*)::int as n from patients.patient where vital_status = 'DEAD'`;
    expect(await countOf({ vital: ['DEAD'] })).toEqual(about(dead?.n));
  });

  test('few and nobody look alike, in the count and in every facet', async () => {
    const few = { all: [{ site: ['eye'] }, { province: ['540000'] }] };
    const nobody = { all: [{ site: ['prostate'] }, { sex: ['FEMALE'] }] };
    const [a, b] = await Promise.all(
      [few, nobody].map((definition) => asker()(researcher, cohort, { definition })),
    );
    expect(a?.data.cohort.count).toEqual({ value: null, suppressed: true });
    expect(b?.data.cohort.count).toEqual(a?.data.cohort.count);
    expect(b?.data.cohort.facets).toEqual(a?.data.cohort.facets);
  });

  test('what is wrong is told with its place, and nothing is counted', async () => {
    const definition = { all: [{ site: ['lung', 'moon'] }, {}, { age: { from: 9, to: 3 } }] };
    const { data, messages } = await asker()(researcher, cohort, { definition });
    expect(messages).toEqual([]);
    expect(data.cohort).toMatchObject({ count: null, attrition: [], facets: [] });
    expect(data.cohort.problems).toEqual([
      { code: 'not-one-field', severity: 'ERROR', path: 'all.1' },
    ]);
    const corrected = { all: [{ site: ['lung', 'moon'] }, { age: { from: 9, to: 3 } }] };
    const next = await asker()(researcher, cohort, { definition: corrected });
    expect(next.data.cohort.problems).toEqual([
      { code: 'unknown-code', severity: 'ERROR', path: 'all.0.site.1' },
      { code: 'range-reversed', severity: 'ERROR', path: 'all.1.age' },
    ]);
  });

  test('survival: worse in stage IV than in stage I, with numbers at risk and a test', async () => {
    const query = `query ($arms: [CohortDefinitionInput!]!, $months: Int) { compareSurvival(arms: $arms, months: $months) {
      arms { persons { value } deaths { value } withoutTime { value }
        curve { months survival lower upper } atRisk { months count { value suppressed } } median { months lower upper } }
      inSeveralArms { suppressed } logRank { statistic df pValue } } }`;
    const arms = [{ stage: ['STAGE_I'] }, { stage: ['STAGE_IV'] }];
    const { data, messages } = await asker()(researcher, query, { arms, months: 60 });
    expect(messages).toEqual([]);
    const [early, late] = data.compareSurvival.arms;
    const at = (arm: typeof early, months: number) =>
      arm.curve.find((p: { months: number }) => p.months === months)?.survival;
    expect(at(early, 0)).toBeGreaterThan(0.98);
    expect(at(early, 12)).toBeGreaterThan(at(late, 12) + 0.2);
    expect(late.median.months).toBeLessThan(24);
    expect(data.compareSurvival.logRank).toMatchObject({ df: 1 });
    expect(data.compareSurvival.logRank.pValue).toBeLessThan(1e-6);
    expect(early.atRisk.map((r: { months: number }) => r.months)).toEqual([0, 12, 24, 36, 48, 60]);
    expect(early.atRisk[0].count.value).toBe(early.persons.value);
    for (const arm of [early, late])
      for (const { count } of arm.atRisk) expect(count.suppressed || count.value >= 10).toBe(true);

    const tooFew = [{ stage: ['STAGE_I'] }, { all: [{ site: ['eye'] }, { province: ['540000'] }] }];
    const hidden = (await asker()(researcher, query, { arms: tooFew })).data.compareSurvival;
    expect(hidden.logRank).toBeNull();
    expect(hidden.arms[1]).toMatchObject({ persons: { value: null }, curve: [], median: null });
    expect((await asker()(researcher, query, { arms, months: 241 })).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

test('PostgreSQL, where it is configured, answers the same', async () => {
  const ask = askerOf(research, setting.db.database, undefined, resources());
  const definition = {
    any: [
      { site: ['breast'] },
      {
        atLeast: {
          least: 2,
          of: [{ stage: ['STAGE_I'] }, { age: { to: 60 } }, { treatment: { drugs: ['L01XA01'] } }],
        },
      },
    ],
  };
  // Accounts of their own: what others asked before may be the answer.
  const who = { ...researcher, accountId: 'by-duckdb' };
  const byDuckdb = await ask(who, cohort, { definition });
  await loadPostgres(setting.db.ownerUrl, join(setting.folder, folderOf(1)), 1);
  const inPostgres = createReleases({
    folder: setting.folder,
    engine: { kind: 'postgres', url: setting.db.applicationUrl },
  });
  const other = askerOf(research, setting.db.database, undefined, { releases: inPostgres });
  const byPostgres = await other({ ...who, accountId: 'by-postgres' }, cohort, { definition });
  expect(byPostgres.messages).toEqual([]);
  expect(byPostgres.data).toEqual(byDuckdb.data);
  await inPostgres.close();
}, 60_000);
