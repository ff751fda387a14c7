import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { type BuildOptions, buildRelease, type Manifest } from '@nodp/subgraph-research';
import { disclosureSecret, folderOf, personBits, secretFor, TABLES } from '@nodp/warehouse';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseExtracts } from '../../apps/gateway/src/release-extracts.ts';
import { readParquet } from './parquet.ts';
import { clinicalPool, idOf, there } from './pool.ts';

let db: TestDatabase;
let sql: postgres.Sql;
let folder: string;
let manifest: Manifest;
const build = (more?: Partial<BuildOptions>) =>
  buildRelease({ ownerUrl: db.ownerUrl, extracts: releaseExtracts, folder, ...more });
const released = () => join(folder, folderOf(manifest.number));

beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'nodp-release-'));
  await fill();
  manifest = await build({ startedBy: 'tester' });
});
afterAll(async () => {
  await sql.end();
  await db.end();
  await rm(folder, { recursive: true });
});

const primary = { kind: 'PRIMARY', diagnosed_precision: 'day' };

const fill = async () => {
  const pool = clinicalPool(sql);
  await pool.institutions();

  // Ming: one lung cancer, told by two hospitals, the second dating it earlier.
  await pool.patient('Ming', {
    sex: 'MALE',
    born_on: '1950-06-15',
    residence_code: '350000',
    vital_status: 'DEAD',
    died_on: '2021-03-10',
    died_precision: 'day',
    cause_of_death_code: 'C34.1',
  });
  const lung = { ...primary, site_group: 'lung', icd10: 'C34.1' };
  await pool.tumour('Ming', {
    ...lung,
    source_id: 'a',
    diagnosed_on: '2020-03-20',
    topography: 'C34.1',
    morphology: '8140/3',
  });
  await pool.tumour('Ming', {
    ...lung,
    source_id: 'b',
    institution_id: there,
    diagnosed_on: '2020-03-10',
  });
  const staged = { axis: 'group', value: 'IIIA', tumour_source_id: 'a' };
  await pool.stage('Ming', { ...staged, classification: 'c', assessed_on: '2020-03-21' });
  await pool.stage('Ming', {
    ...staged,
    classification: 'p',
    value: 'IB',
    assessed_on: '2020-04-10',
  });
  await pool.stage('Ming', {
    ...staged,
    classification: 'r',
    value: 'IV',
    assessed_on: '2020-01-01',
  });
  const chemotherapy = {
    kind: 'SYSTEMIC',
    status: 'completed',
    started_on: '2020-05-01',
    started_precision: 'day',
    line: 1,
    intent_code: '373808002',
  };
  for (const drug of ['carboplatin', 'paclitaxel'])
    await pool.treatment('Ming', { ...chemotherapy, drug });
  // The same, told by the other hospital too; and one that was not given.
  await pool.treatment('Ming', { ...chemotherapy, drug: 'carboplatin', institution_id: there });
  await pool.treatment('Ming', { kind: 'SURGERY', status: 'not-done', code: '32.4' });
  await pool.biomarker('Ming', {
    system: 'http://loinc.org',
    code: '21665-5',
    display: 'whatever',
    finding: 'positive',
    tested_on: '2020-03-15',
  });
  await pool.biomarker('Ming', { display: '王明的检测', finding: 'negative' });
  await pool.diseaseStatus('Ming', { trend: 'RECURRED', assessed_on: '2020-12-01' });
  const marker = { category: 'tumour-marker', code: '2039-6', normal_unit: 'ng/mL' };
  await pool.observation('Ming', { ...marker, at: '2020-03-09T17:00:00Z', normal_value: 40 });
  await pool.observation('Ming', { ...marker, at: '2020-06-01T01:00:00Z', normal_value: 4 });
  await pool.observation('Ming', { ...marker, at: '2020-12-01T01:00:00Z', normal_value: 60 });

  // Fang: breast in 2015 (known to the month), thyroid in 2018; alive.
  await pool.patient('Fang', { born_on: '1920-01-01', last_contact_on: '2019-03-15' });
  await pool.tumour('Fang', {
    ...primary,
    site_group: 'breast',
    icd10: 'C50.9',
    diagnosed_on: '2015-03-01',
    diagnosed_precision: 'month',
  });
  await pool.tumour('Fang', {
    ...primary,
    site_group: 'thyroid',
    icd10: 'C73',
    diagnosed_on: '2018-03-15',
  });
  // Of which of the two, nobody said: it is neither's.
  await pool.stage('Fang', { axis: 'group', value: 'II' });

  // Lan: diagnosed after her death, an error somewhere.
  await pool.patient('Lan', {
    born_on: '1960-01-01',
    vital_status: 'DEAD',
    died_on: '2010-01-01',
    died_precision: 'day',
  });
  await pool.tumour('Lan', {
    ...primary,
    site_group: 'liver',
    icd10: 'C22.0',
    diagnosed_on: '2012-01-01',
  });

  // Jun: a metastasis alone is no case.
  await pool.patient('Jun', { born_on: '1960-01-01' });
  await pool.tumour('Jun', { kind: 'SECONDARY', site_group: 'liver', diagnosed_on: '2012-01-01' });
  await pool.summarise();
};

describe('cases', () => {
  test('reports of one site group are one case, dated by the earliest report, with the values of any report', async () => {
    const [ming] = await readParquet(released(), 'cases', `where site_group = 'lung'`);
    expect(ming).toMatchObject({
      only_case: true,
      sex: 'MALE',
      age: 69,
      age_group: 65,
      diagnosis_year: 2020,
      diagnosis_month: 3,
      province: '440000',
      residence: '350000',
      institution_tier: 'PROVINCIAL',
      institutions: 2,
      topography: 'C34.1',
      histology: '8140',
      behaviour: '3',
      survival_days: 365,
      died: true,
      cancer_death: true,
      recurrence_days: 266,
      surgery: false,
      systemic: true,
    });
  });

  test('the stage is the one at diagnosis: pathological, never that of a recurrence', async () => {
    const [ming] = await readParquet(released(), 'cases', `where site_group = 'lung'`);
    expect(ming).toMatchObject({ stage: 'STAGE_I', stage_group: 'IB', stage_basis: 'p' });
  });

  test('a person of two cases; a stage of neither; ages from 90 on as one', async () => {
    const fang = await readParquet(
      released(),
      'cases',
      `where site_group in ('breast', 'thyroid') order by case_number`,
    );
    expect(fang).toMatchObject([
      { case_number: 1, only_case: false, site_group: 'breast', age: 90, stage: 'UNKNOWN' },
      { case_number: 2, only_case: false, site_group: 'thyroid', age: 90, stage: 'UNKNOWN' },
    ]);
    expect(new Set(fang.map((row) => row.person_key)).size).toBe(1);
    // From the middle of March 2015, and from 15 March 2018.
    expect(fang.map((row) => [row.survival_days, row.died])).toEqual([
      [1461, false],
      [365, false],
    ]);
  });

  test('a date that cannot be is unknown, and the case stays', async () => {
    expect(await readParquet(released(), 'cases', `where site_group = 'liver'`)).toMatchObject([
      { diagnosis_year: null, age: null, survival_days: null, died: true },
    ]);
  });

  test('counts', () => {
    expect([manifest.persons, manifest.cases]).toEqual([3, 4]);
    expect([manifest.firstYear, manifest.lastYear]).toEqual([2015, 2020]);
  });
});

test('no other user of the machine may read a release', async () => {
  const names = await readdir(released());
  expect(names.length).toBeGreaterThan(3);
  const modes = await Promise.all(
    ['', ...names].map(async (name) => (await stat(join(released(), name))).mode & 0o777),
  );
  expect(modes).toEqual([0o700, ...names.map(() => 0o600)]);
});

test('treatments told twice are one; drugs begun together are a regimen', async () => {
  const rows = await readParquet(released(), 'treatments', 'order by drug');
  const each = { kind: 'SYSTEMIC', regimen: 'TC', line: 1, intent: 'curative', start_days: 52 };
  expect(rows).toMatchObject([
    { drug: 'carboplatin', atc: 'L01XA02', ...each },
    { drug: 'paclitaxel', atc: 'L01CD01', ...each },
  ]);
  expect(rows).toHaveLength(2);
});

test('biomarkers the terminology knows; a marker’s series in short', async () => {
  const found = await readParquet(released(), 'biomarkers', 'order by biomarker');
  // The other one is not dropped in silence; its name, which nobody shares, may name a person and is not kept.
  expect(found).toMatchObject([
    { biomarker: 'EGFR', finding: 'positive', tested_days: 5 },
    { biomarker: null, finding: 'negative' },
  ]);
  expect(found).toHaveLength(2);
  expect(manifest.findings).toContainEqual({ finding: 'biomarker-not-coded', cases: 1 });
  expect(await readParquet(released(), 'laboratory')).toMatchObject([
    // 9 March, 17 h UTC, is 10 March here: the day of diagnosis.
    { analyte: '2039-6', tests: 3, first_value: 40, last_value: 60, lowest: 4, first_days: 0 },
  ]);
});

describe('what leaves', () => {
  test('every column is in the dictionary, and no other', async () => {
    for (const { name, columns } of TABLES) {
      const [row] = await readParquet(released(), name, 'limit 1');
      expect(Object.keys(row ?? {})).toEqual(columns.map((column) => column.name));
    }
    const written = JSON.parse(await readFile(join(released(), 'manifest.json'), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(manifest)));
  });

  test('what the dictionary says a column is made from is there', async () => {
    const rows = await sql`select table_schema || '.' || table_name as table, column_name as column
      from information_schema.columns`;
    const there = new Set(rows.flatMap(({ table, column }) => [table, `${table}.${column}`]));
    // 'patients.patient.died_on, last_contact_on': later columns are of the first one's table.
    const sources = TABLES.flatMap(({ columns }) => columns.map(({ source }) => source))
      .filter((source) => source !== null)
      .flatMap((source) => {
        const [first = '', ...more] = source.split(', ');
        const table = first.split('.').slice(0, 2).join('.');
        return [first, ...more.map((column) => `${table}.${column}`)];
      });
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((source) => !there.has(source))).toEqual([]);
  });

  test('no identifier, no free text, no date', async () => {
    const all = (await Promise.all(TABLES.map(({ name }) => readParquet(released(), name)))).flat();
    const text = all.flatMap((row) => Object.values(row)).filter((v) => typeof v === 'string');
    expect(text.length).toBeGreaterThan(20);
    for (const value of text) {
      expect(value).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
      expect(value).not.toMatch(/\d{4}-\d{2}/);
      expect(value).not.toContain('王明');
    }
    expect(JSON.stringify(all, (_, v) => (typeof v === 'bigint' ? String(v) : v))).not.toContain(
      idOf('Ming'),
    );
  });

  test('another release gives other keys', async () => {
    const keys = new Set<string>();
    for (let i = 0; i < 6; i++) {
      const next = await build();
      const rows = await readParquet(
        join(folder, folderOf(next.number)),
        'cases',
        'order by site_group',
      );
      keys.add(rows.map((row) => row.person_key).join());
      expect(next.cases).toBe(4);
    }
    // Six draws of an order of three people are alike once in 7776 times.
    expect(keys.size).toBeGreaterThan(1);
  }, 60_000);

  test('a person keeps the key for disclosure control, and the files alone do not tell it', async () => {
    const secret = await disclosureSecret(folder);
    const read = async (number: number) => {
      const rows = await readParquet(
        join(folder, folderOf(number)),
        'cases',
        'order by site_group',
      );
      const bits = personBits(secretFor(secret, `release ${number}`), rows.length + 1);
      return rows.map((row) => ({
        stored: row.record_key as number,
        key: (row.record_key as number) ^ (bits[row.person_key as number] as number),
        site: row.site_group,
        person: row.person_key,
      }));
    };
    const next = await build();
    const [first, second] = [await read(manifest.number), await read(next.number)];
    expect(second.map(({ site, key }) => [site, key])).toEqual(
      first.map(({ site, key }) => [site, key]),
    );
    expect(new Set(first.map(({ key }) => key)).size).toBe(3);
    // Four cases of three persons: none of the stored values is found again.
    const stored = new Set(first.map((row) => row.stored));
    expect(second.some((row) => stored.has(row.stored))).toBe(false);
    // What the numbers of persons and cases are moved by.
    const [row] =
      await sql`select persons_key, cases_key from research.release where number = ${next.number}`;
    const sum = (keys: readonly number[]) => keys.reduce((a, key) => (a + key) >>> 0, 0);
    const persons = new Map(second.map(({ person, key }) => [person, key]));
    expect(Number(row?.persons_key)).toBe(sum([...persons.values()]));
    expect(Number(row?.cases_key)).toBe(sum(second.map(({ key }) => key)));
  }, 60_000);

  test('the checksum is that of the files', async () => {
    const lines = await Promise.all(
      TABLES.map(async ({ name }) => {
        const content = await readFile(join(released(), `${name}.parquet`));
        return `${createHash('sha256').update(content).digest('hex')}  ${name}.parquet\n`;
      }),
    );
    const sum = createHash('sha256').update(lines.sort().join('')).digest('hex');
    expect(manifest.checksum).toBe(sum);
  });
});

test('what no rule was asked about is not released as unknown', async () => {
  const kept = await sql`delete from patients.tumour_at_diagnosis where age = 69 returning *`;
  await expect(build()).rejects.toMatchObject({
    code: 'release-recompute',
  });
  for (const row of kept) await sql`insert into patients.tumour_at_diagnosis ${sql(row)}`;
});

describe('a build that fails', () => {
  const rows = async () => (await sql`select number from research.release`).length;

  test('leaves nothing to be seen, and the next clears what it left', async () => {
    const before = [await rows(), (await readdir(folder)).length];
    const stop = new AbortController();
    const stopped = build({
      signal: stop.signal,
      onProgress: ({ step }) => {
        if (step === 'DERIVING') stop.abort();
      },
    });
    await expect(stopped).rejects.toThrow(/abort/i);
    expect([await rows(), (await readdir(folder)).length]).toEqual(before);

    // As a killed process leaves them: a half-built folder, and files without a row.
    await mkdir(join(folder, '.building-killed'));
    await mkdir(join(folder, folderOf(9999)));
    await build();
    const names = await readdir(folder);
    const key = '.disclosure-key';
    const hidden = names.filter((name) => name.startsWith('.') || name === folderOf(9999));
    expect(hidden).toEqual([key]);
    expect(names.filter((name) => name !== key)).toHaveLength(await rows());
  });

  test('and only one builds at a time', async () => {
    const both = await Promise.allSettled([1, 2].map(() => build()));
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((r) => r.status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'release-busy' });
  });
});
