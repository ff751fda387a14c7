import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kaplanMeier, survivalAt } from '@nodp/biostatistics';
import type { CohortDefinition } from '@nodp/cohorts';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { buildRelease, type Manifest } from '@nodp/subgraph-research';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseExtracts } from '../../apps/gateway/src/release-extracts.ts';
import { readParquet } from './parquet.ts';
import { clinicalPool } from './pool.ts';
import { scenarios } from './scenarios.ts';

/**
 * What a case is and when its time ends, from records as hospitals send them to the cases of a release. Each scenario is
 * a person of a province of its own, by which the person's cases are found again: a release names nobody.
 */
let db: TestDatabase;
let sql: postgres.Sql;
let folder: string;
let manifest: Manifest;
let releases: Releases;

const build = (closing: string) =>
  buildRelease({ ownerUrl: db.ownerUrl, extracts: releaseExtracts, folder, closing });

beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'nodp-definitions-'));
  const pool = clinicalPool(sql);
  await pool.institutions();
  for (const [residence, scenario] of Object.entries(scenarios))
    for (let i = 0; i < (scenario.many ?? 1); i++) {
      const { patient = {}, tumours, treatments = [], biomarkers = [] } = scenario;
      const who = `${residence}-${i}`;
      await pool.patient(who, { residence_code: residence, ...patient });
      for (const tumour of tumours) await pool.tumour(who, { kind: 'PRIMARY', ...tumour });
      for (const treatment of treatments) await pool.treatment(who, treatment);
      for (const biomarker of biomarkers) await pool.biomarker(who, biomarker);
    }
  await pool.summarise();
  manifest = await build('2024-12-31');
  releases = createReleases({ folder });
});
afterAll(async () => {
  await releases.close();
  await sql.end();
  await db.end();
  await rm(folder, { recursive: true });
});

/** Persons of a cohort, exactly: nothing here leaves. */
const count = async (definition: CohortDefinition) =>
  (await releases.open(manifest.number)).cohorts.count(definition);

const casesOf = (residence: number) =>
  readParquet(
    join(folder, folderOf(manifest.number)),
    'cases',
    `where residence = '${residence}' order by case_number`,
  );

describe('behaviour', () => {
  test.each([
    ['D06.9', 110000, '2'],
    ['D05.9', 120000, '2'],
    ['D09.0', 130000, '2'],
    ['D01.2', 140000, '2'],
    ['D43.2', 150000, '1'],
    ['D47.2', 210000, '1'],
    ['D45', 220000, '3'],
  ])('%s by ICD-10 alone', async (_, residence, behaviour) => {
    expect(await casesOf(residence)).toMatchObject([{ behaviour }]);
  });

  test('in situ in 2016 and invasive in 2022 are two cases, the invasive one of 2022', async () => {
    expect(await casesOf(230000)).toMatchObject([
      { behaviour: '2', diagnosis_year: 2016 },
      { behaviour: '3', diagnosis_year: 2022, histology: '8500', survival_days: 365 },
    ]);
  });

  test('an invasive cancer lives from its own diagnosis, not from that of the one in situ before it', async () => {
    expect(await casesOf(310000)).toMatchObject([
      { behaviour: '2', diagnosis_year: 2018 },
      { behaviour: '3', diagnosis_year: 2023, survival_days: 365 },
    ]);
  });
});

describe('multiple primaries', () => {
  test('the rule is named', () => expect(manifest.rules.MULTIPLE_PRIMARY).toBe('IARC/IACR 2004'));
  test.each([
    ['colon and rectum', 320000],
    ['chronic lymphocytic and acute myeloid leukaemia', 330000],
    ['kidney and ureter', 340000],
  ])('%s are two', async (_, residence) => {
    const found = await casesOf(residence);
    expect(found).toMatchObject([{ only_case: false, behaviour: '3' }, { only_case: false }]);
  });

  test('the first report dates a case and the one that says most says what it is; nothing is patched together', async () => {
    expect(await casesOf(350000)).toMatchObject([
      {
        diagnosis_month: 3,
        province: '110000',
        institutions: 2,
        topography: 'C34.1',
        histology: '8140',
        // The chosen report does not know the side, and takes it from no other.
        laterality: null,
        basis_of_diagnosis: '7',
      },
    ]);
  });
});

describe('what is in no count, and why', () => {
  const cases = (finding: string) => manifest.findings.find((f) => f.finding === finding)?.cases;

  test('a testis in a woman', async () => {
    expect(await casesOf(370000)).toEqual([]);
    expect(cases('sex-contradicts-site')).toBe(1);
  });
  test('known from a death certificate only: a case without time', async () => {
    expect(await casesOf(360000)).toMatchObject([
      { diagnosis_year: 2021, untimed: 'DEATH_CERTIFICATE_ONLY', survival_days: null },
    ]);
    expect(cases('death-certificate-only')).toBe(1);
  });
  test.each([
    ['after-death', 410000, 1],
    ['before-birth', 420000, 1],
    ['implausible-year', 430000, 3],
    ['implausible-year', 440000, 3],
  ])('%s: a finding, counted, and a case without date', async (finding, residence, many) => {
    expect(await casesOf(residence)).toMatchObject([
      { diagnosis_year: null, age: null, survival_days: null, untimed: 'NO_DATE_OF_DIAGNOSIS' },
    ]);
    expect(cases(finding)).toBe(many);
  });
  test('a report that cannot be does not date the case that another dates', async () => {
    expect(await casesOf(450000)).toMatchObject([{ diagnosis_year: 2020, survival_days: 366 }]);
  });
});

describe('a death whose day is not known', () => {
  test.each([
    ['in a year, last seen before it: 2 July', 460000, 365],
    ['in a year, last seen on 2 October of it: 16 November', 500000, 502],
    ['in a month: its middle', 510000, 227],
    ['at no time that anybody knows: between last contact and closing', 520000, 913],
  ])('%s', async (_, residence, survival_days) => {
    expect(await casesOf(residence)).toMatchObject([
      { died: true, death_placed: true, survival_days },
    ]);
  });
  test('they are counted', () =>
    expect(manifest.findings).toContainEqual({ finding: 'death-placed', cases: 64 }));
  test('sixty of ninety dead of unknown day are not alive at three years', async () => {
    const { cohorts } = await releases.open(manifest.number);
    const survivalIn = async (...residence: string[]) => {
      const { time, event } = await cohorts.survival([{ residence }]);
      const curve = kaplanMeier({ time, event });
      return survivalAt(curve, [1095.75, 1858]).map(({ survival }) => survival);
    };
    // Those of 2016 stand on 1 July 2016; those of unknown day in the middle of ten years, 1 January 2020.
    expect(await survivalIn('710000')).toEqual([0, 0]);
    expect(await survivalIn('820000')).toEqual([1, 0]);
    const [three, later] = (await survivalIn('710000', '820000', '810000')) as [number, number];
    expect(three).toBeCloseTo(45 / 90, 12);
    expect(later).toBeCloseTo(30 / 90, 12);
  });
});

describe('the closing date', () => {
  test('who died after it is censored on it', async () => {
    expect(manifest.closing).toBe('2024-12-31');
    expect(await casesOf(530000)).toMatchObject([{ died: false, survival_days: 365 }]);
  });
  test('who was never heard of, or whose diagnosis is known to the year, has no time', async () => {
    expect(await casesOf(540000)).toMatchObject([{ survival_days: null, untimed: 'NO_FOLLOW_UP' }]);
    expect(await casesOf(610000)).toMatchObject([
      { diagnosis_year: 2020, survival_days: null, untimed: 'DIAGNOSIS_KNOWN_TO_YEAR' },
    ]);
  });
  test('a day that has not come is refused', async () => {
    await expect(build('2999-01-01')).rejects.toMatchObject({ code: 'closing-date' });
  });
});

describe('a treatment', () => {
  test('of 2016 does not make a cancer of 2022 treated', async () => {
    expect(await casesOf(620000)).toMatchObject([
      { site_group: 'lung', surgery: true, origin_days: 0 },
      { site_group: 'larynx', surgery: false, origin_days: 2191 },
    ]);
    const [treatment] = await readParquet(
      join(folder, folderOf(manifest.number)),
      'treatments',
      `where kind = 'SURGERY' and first_case is null`,
    );
    expect(treatment).toMatchObject({ last_case: 1, start_days: 19 });
  });
  test('is of the cancer it was said to be for, else of the one at its body site, else of all', async () => {
    expect(await casesOf(450100)).toMatchObject([
      { site_group: 'lung', surgery: true, radiotherapy: false, systemic: true },
      { site_group: 'larynx', surgery: false, radiotherapy: true, systemic: true },
    ]);
    const ofLarynx = (criterion: CohortDefinition) =>
      count({ all: [{ residence: ['450100'] }, { site: ['larynx'] }, criterion] });
    expect(await ofLarynx({ treatment: { kind: 'SURGERY' } })).toBe(0);
    expect(await ofLarynx({ treatment: { kind: 'RADIOTHERAPY' } })).toBe(1);
    expect(await ofLarynx({ treatment: { drugs: ['cisplatin'] } })).toBe(1);
    // A test of the lung's tissue says nothing of the larynx.
    expect(await ofLarynx({ biomarker: { biomarker: 'EGFR' } })).toBe(0);
    expect(await count({ biomarker: { biomarker: 'EGFR' } })).toBe(1);
  });
});

describe('drugs are known by their names', () => {
  test('two of one ATC group on one day are two treatments, each asked for by itself', async () => {
    const rows = await readParquet(
      join(folder, folderOf(manifest.number)),
      'treatments',
      `where atc = 'L01FF' order by drug`,
    );
    expect(rows).toMatchObject([{ drug: 'camrelizumab' }, { drug: 'toripalimab' }]);
    for (const drug of ['toripalimab', 'camrelizumab', 'L01FF'])
      expect(await count({ treatment: { drugs: [drug] } })).toBe(1);
    expect(await count({ treatment: { drugs: ['sintilimab'] } })).toBe(0);
  });
});

describe('what no code names', () => {
  test('is asked for by the name it was sent with, where ten persons share it', async () => {
    expect(await count({ biomarker: { biomarker: 'sent:CD20' } })).toBe(13);
    expect(await count({ biomarker: { biomarker: 'sent:cd20', findings: ['NEGATIVE'] } })).toBe(1);
    expect(await count({ treatment: { drugs: ['sent:注射用 新药甲'] } })).toBe(12);
    expect(await count({ histology: ['sent:滤泡辅助t细胞  淋巴瘤'] })).toBe(12);
    expect(await count({ histology: ['sent:王明的病理'] })).toBe(0);
  });
  test('is counted, by name where it may be told', () => {
    expect(manifest.findings).toEqual(
      expect.arrayContaining([
        { finding: 'biomarker-not-coded', cases: 14 },
        { finding: 'biomarker-sent:cd20', cases: 13 },
        { finding: 'drug-sent:注射用 新药甲', cases: 12 },
        { finding: 'histology-not-coded', cases: 13 },
        { finding: 'histology-sent:滤泡辅助t细胞 淋巴瘤', cases: 12 },
      ]),
    );
    expect(JSON.stringify(manifest)).not.toContain('王明');
  });
  test('a name that nobody shares is kept as one that is not known', async () => {
    const rows = await readParquet(
      join(folder, folderOf(manifest.number)),
      'biomarkers',
      'where biomarker is null',
    );
    expect(rows).toHaveLength(1);
  });
});
