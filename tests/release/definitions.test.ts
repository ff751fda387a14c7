import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { buildRelease, type Manifest } from '@nodp/subgraph-research';
import { folderOf } from '@nodp/warehouse';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseExtracts } from '../../apps/gateway/src/release-extracts.ts';
import { readParquet } from './parquet.ts';
import { clinicalPool, there } from './pool.ts';

/**
 * What a case is and when its time ends, from records as hospitals send them to the cases of a release. Each scenario is
 * a person of a province of its own, by which the person's cases are found again: a release names nobody.
 */
let db: TestDatabase;
let sql: postgres.Sql;
let folder: string;
let manifest: Manifest;

type Tumour = Readonly<Record<string, string | null>>;
interface Scenario {
  readonly treatments?: readonly Tumour[];
  readonly patient?: Readonly<Record<string, string>>;
  readonly tumours: readonly Tumour[];
}

const on = (diagnosed_on: string, diagnosed_precision = 'day') => ({
  diagnosed_on,
  diagnosed_precision,
});
const died = (died_on: string, died_precision = 'day') => ({
  vital_status: 'DEAD',
  died_on,
  died_precision,
});

const build = (closing: string) =>
  buildRelease({ ownerUrl: db.ownerUrl, extracts: releaseExtracts, folder, closing });

/** By the province of residence, GB/T 2260, which the release keeps: nobody else lives there. */
const scenarios: Readonly<Record<string, Scenario>> = {
  // In situ and uncertain by ICD-10 alone.
  110000: { tumours: [{ icd10: 'D06.9', site_group: 'cervix', ...on('2020-01-01') }] },
  120000: { tumours: [{ icd10: 'D05.9', site_group: 'breast', ...on('2020-01-01') }] },
  130000: { tumours: [{ icd10: 'D09.0', site_group: 'bladder', ...on('2020-01-01') }] },
  140000: { tumours: [{ icd10: 'D01.2', site_group: 'colorectum', ...on('2020-01-01') }] },
  150000: { tumours: [{ icd10: 'D43.2', site_group: 'brain', ...on('2020-01-01') }] },
  210000: { tumours: [{ icd10: 'D47.2', site_group: 'myeloproliferative', ...on('2020-01-01') }] },
  220000: { tumours: [{ icd10: 'D45', site_group: 'myeloproliferative', ...on('2020-01-01') }] },
  // In situ, then invasive.
  230000: {
    patient: { last_contact_on: '2023-05-01' },
    tumours: [
      {
        icd10: 'D05.1',
        morphology: '8500/2',
        topography: 'C50.9',
        site_group: 'breast',
        ...on('2016-05-01'),
      },
      {
        icd10: 'C50.9',
        morphology: '8500/3',
        topography: 'C50.9',
        site_group: 'breast',
        ...on('2022-05-01'),
      },
    ],
  },
  310000: {
    patient: { last_contact_on: '2024-01-01' },
    tumours: [
      { icd10: 'D00.0', site_group: 'lip-oral-pharynx', ...on('2018-01-01') },
      { icd10: 'C02.9', site_group: 'lip-oral-pharynx', ...on('2023-01-01') },
    ],
  },
  // Two primaries of one site group.
  320000: {
    tumours: [
      { icd10: 'C18.2', site_group: 'colorectum', ...on('2015-01-01') },
      { icd10: 'C20', site_group: 'colorectum', ...on('2020-01-01') },
    ],
  },
  330000: {
    tumours: [
      { icd10: 'C91.1', site_group: 'leukaemia', ...on('2015-01-01') },
      { icd10: 'C92.0', site_group: 'leukaemia', ...on('2020-01-01') },
    ],
  },
  340000: {
    tumours: [
      { icd10: 'C64', site_group: 'kidney', ...on('2015-01-01') },
      { icd10: 'C66', site_group: 'kidney', ...on('2015-01-01') },
    ],
  },
  // One cancer told by two: the first dates it, the one that says more says what it is, and neither is patched up.
  350000: {
    tumours: [
      {
        icd10: 'C34.9',
        topography: 'C34.9',
        laterality: 'left',
        basis_of_diagnosis: '2',
        site_group: 'lung',
        ...on('2019-03-01'),
      },
      {
        icd10: 'C34.1',
        topography: 'C34.1',
        morphology: '8140/3',
        basis_of_diagnosis: '7',
        institution_id: there,
        site_group: 'lung',
        ...on('2019-03-20'),
      },
    ],
  },
  // Known from a death certificate only.
  360000: {
    patient: died('2021-01-01'),
    tumours: [
      { icd10: 'C22.9', basis_of_diagnosis: '0', site_group: 'liver', ...on('2021-01-01') },
    ],
  },
  // Sex and site contradict.
  370000: {
    tumours: [{ icd10: 'C62.9', topography: 'C62.9', site_group: 'testis', ...on('2020-01-01') }],
  },
  // Dates that cannot be.
  410000: {
    patient: died('2010-01-01'),
    tumours: [{ icd10: 'C16.9', site_group: 'stomach', ...on('2012-01-01') }],
  },
  420000: {
    patient: { born_on: '1960-01-01' },
    tumours: [{ icd10: 'C16.9', site_group: 'stomach', ...on('1950-01-01') }],
  },
  430000: { tumours: [{ icd10: 'C16.9', site_group: 'stomach', ...on('9999-12-31') }] },
  440000: { tumours: [{ icd10: 'C16.9', site_group: 'stomach', ...on('0001-01-01') }] },
  // A first report that cannot be, and a later one that can.
  450000: {
    patient: { last_contact_on: '2021-01-01' },
    tumours: [
      { icd10: 'C16.9', site_group: 'stomach', ...on('0001-01-01') },
      { icd10: 'C16.9', site_group: 'stomach', ...on('2020-01-01') },
    ],
  },
  // Deaths whose day is not known.
  460000: {
    patient: { ...died('2021-01-01', 'year'), last_contact_on: '2020-12-01' },
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2020-07-02') }],
  },
  500000: {
    patient: { ...died('2021-01-01', 'year'), last_contact_on: '2021-10-02' },
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2020-07-02') }],
  },
  510000: {
    patient: { ...died('2021-02-01', 'month') },
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2020-07-02') }],
  },
  520000: {
    patient: { vital_status: 'DEAD', last_contact_on: '2021-01-01' },
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2020-07-02') }],
  },
  // A lobectomy of 2016, and a larynx cancer of 2022 that nobody treated.
  620000: {
    patient: { sex: 'MALE', last_contact_on: '2023-01-01' },
    tumours: [
      { icd10: 'C34.1', site_group: 'lung', ...on('2016-03-01') },
      { icd10: 'C32.0', site_group: 'larynx', ...on('2022-03-01') },
    ],
    treatments: [{ kind: 'SURGERY', status: 'completed', code: '32.4', started_on: '2016-03-20' }],
  },
  // Beyond the closing date, and never heard of.
  530000: {
    patient: died('2025-06-01'),
    tumours: [{ icd10: 'C73', site_group: 'thyroid', ...on('2024-01-01') }],
  },
  540000: { tumours: [{ icd10: 'C73', site_group: 'thyroid', ...on('2020-01-01') }] },
  610000: {
    patient: { last_contact_on: '2021-01-01' },
    tumours: [{ icd10: 'C73', site_group: 'thyroid', ...on('2020-01-01', 'year') }],
  },
};

beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'nodp-definitions-'));
  const pool = clinicalPool(sql);
  await pool.institutions();
  for (const [residence, { patient = {}, tumours, treatments = [] }] of Object.entries(scenarios)) {
    await pool.patient(residence, { residence_code: residence, ...patient });
    for (const treatment of treatments) await pool.treatment(residence, treatment);
    for (const tumour of tumours) await pool.tumour(residence, { kind: 'PRIMARY', ...tumour });
  }
  await pool.summarise();
  manifest = await build('2024-12-31');
});
afterAll(async () => {
  await sql.end();
  await db.end();
  await rm(folder, { recursive: true });
});

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
    expect(manifest.findings).toContainEqual({ finding: 'death-placed', cases: 4 }));
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
      `where kind = 'SURGERY'`,
    );
    expect(treatment).toMatchObject({ last_case: 1, start_days: 19 });
  });
});
