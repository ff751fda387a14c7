/** The single-disease data sets of a release: what hospitals recorded, through the extracts and the elements' rules, to files and sets. */
import { TIERS } from '@nodp/cohorts';
import { DISEASE_IDS, elementsOf } from '@nodp/oncology/single-disease';
import { PROVINCES } from '@nodp/terminology/provinces';
import { createReleases, diseaseTable, placesOf } from '@nodp/warehouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readParquet } from './parquet.ts';
import { clinicalPool, there } from './pool.ts';
import { type Setting, setUp } from './setting.ts';

let setting: Setting;
let released: string;
let number: number;

const LOINC = 'http://loinc.org';
const primary = (site_group: string, icd10: string, on: string) => ({
  ...{ kind: 'PRIMARY', site_group, icd10, diagnosed_on: on, diagnosed_precision: 'day' },
});

beforeAll(async () => {
  setting = await setUp();
  const pool = clinicalPool(setting.sql);

  // Mei: a breast cancer in 2019 told by one hospital; a second primary, of the lung, by the other in 2023.
  await pool.patient('Mei', { born_on: '1970-05-05', last_contact_on: '2024-06-01' });
  await pool.tumour('Mei', {
    ...primary('breast', 'C50.4', '2019-04-01'),
    ...{ source_id: 'mei-breast', topography: 'C50.4', morphology: '8500/3' },
  });
  await pool.tumour('Mei', {
    ...primary('lung', 'C34.1', '2023-04-01'),
    ...{ source_id: 'mei-lung', topography: 'C34.1', morphology: '8140/3', institution_id: there },
  });
  const marker = (code: string, finding: string, more: Record<string, string | number> = {}) =>
    pool.biomarker('Mei', {
      ...{ system: LOINC, code, display: code, finding, tumour_source_id: 'mei-breast' },
      ...{ tested_on: '2019-04-08', tested_precision: 'day', ...more },
    });
  await marker('85337-4', 'positive');
  await marker('85339-0', 'positive');
  await marker('85319-2', 'negative');
  await marker('85330-9', 'negative', { value: 12, unit: '%' });
  await marker('21665-5', 'positive', {
    ...{ tumour_source_id: 'mei-lung', institution_id: there, tested_on: '2023-04-10' },
  });
  const treatment = { status: 'completed', started_precision: 'day' };
  await pool.treatment('Mei', {
    ...treatment,
    ...{ kind: 'SURGERY', started_on: '2019-05-01', tumour_source_id: 'mei-breast' },
  });
  const finding = (code: string, more: Record<string, string | number>) =>
    pool.observation('Mei', {
      ...{ category: 'tumour-finding', code, at: '2019-05-06T01:00:00Z' },
      ...more,
    });
  await finding('21894-1', { value: 15, unit: '{count}', tumour_source_id: 'mei-breast' });
  // Of which of the two cancers, nobody said.
  await finding('21893-3', { value: 2, unit: '{count}' });
  await finding('21889-1', { value: 2.4, unit: 'cm', tumour_source_id: 'mei-breast' });

  // Gang: a liver cancer staged by CNLC, with AFP before and after his operation, and a first test years before.
  await pool.patient('Gang', { sex: 'MALE', born_on: '1960-01-01', last_contact_on: '2022-01-01' });
  await pool.tumour('Gang', {
    ...primary('liver', 'C22.0', '2021-02-10'),
    ...{ source_id: 'gang', topography: 'C22.0', morphology: '8170/3' },
  });
  await pool.stage('Gang', {
    axis: 'CNLC',
    value: 'Ib',
    assessed_on: '2021-02-12',
    tumour_source_id: 'gang',
  });
  await pool.treatment('Gang', { ...treatment, kind: 'SURGERY', started_on: '2021-03-01' });
  const afp = (at: string, value: number) =>
    pool.observation('Gang', {
      ...{ category: 'tumour-marker', code: '1834-1', at },
      ...{ normal_value: value, normal_unit: 'ng/mL' },
    });
  await afp('2018-01-01T01:00:00Z', 3);
  await afp('2021-02-11T01:00:00Z', 600);
  await afp('2021-03-20T01:00:00Z', 9);
  await pool.observation('Gang', {
    ...{ category: 'liver', code: '14631-6', at: '2021-02-11T01:00:00Z', normal_value: 18 },
    normal_unit: 'umol/L',
  });
  await pool.observation('Gang', {
    ...{ category: 'liver', code: '1751-7', at: '2021-02-11T01:00:00Z', normal_value: 41 },
    normal_unit: 'g/L',
  });
  await pool.performance('Gang', { scale: 'ECOG', score: 1, at: '2021-02-11T01:00:00Z' });
  await pool.summarise();
  number = (await setting.build()).number;
  released = setting.released.replace(/\d{6}$/, String(number).padStart(6, '0'));
});
afterAll(() => setting.end());

test('elements are of the case that they were said to be of; what names none of two cancers is of neither', async () => {
  const breast = await readParquet(released, 'disease_breast', "where er = 'POSITIVE'");
  expect(breast).toHaveLength(1);
  expect(breast[0]).toMatchObject({
    ...{ age: 48, age_state: 'KNOWN', er: 'POSITIVE', pr: 'POSITIVE', her2: 'NEGATIVE' },
    ...{ ki67: 12, subtype: 'LUMINAL_A', first_treatment: 'SURGERY', days_to_treatment: 30 },
    ...{ nodes_examined: 15, size_mm: 24, margins: 'NOT_TESTED', neoadjuvant: 'NO' },
    ...{ nodes_positive: null, nodes_positive_state: 'NOT_TESTED' },
    ...{ neoadjuvant_response: 'NOT_APPLICABLE', stage: 'UNKNOWN', stage_basis: 'NOT_APPLICABLE' },
  });
  const lung = await readParquet(
    released,
    'disease_lung',
    "where egfr = 'POSITIVE' order by person_key",
  );
  expect(lung).toContainEqual(
    expect.objectContaining({
      histological_type: 'ADENOCARCINOMA',
      alk: 'NOT_TESTED',
      size_mm: null,
    }),
  );
});

test('liver: the recorded stage, the result before the operation, scores by the platform’s rules', async () => {
  const liver = await readParquet(released, 'disease_liver', "where cnlc = 'Ib'");
  expect(liver).toEqual([
    expect.objectContaining({
      ...{ afp: 600, albi: '1', child_pugh: 'UNKNOWN', bclc: 'UNKNOWN' },
      ...{ histological_type: 'HEPATOCELLULAR', stage: 'STAGE_I' },
    }),
  ]);
});

test('the dictionary of the release has every table and column of the files', async () => {
  const manifest = await setting.build();
  const folder = setting.released.replace(/\d{6}$/, String(manifest.number).padStart(6, '0'));
  for (const id of DISEASE_IDS) {
    const { name, columns } = diseaseTable(id);
    const told = manifest.dictionary.find(({ table }) => table === name);
    expect(
      told?.columns.map((column) => column.name),
      name,
    ).toEqual(columns.map((c) => c.name));
    const [described] = await readParquet(folder, name, 'limit 1');
    if (described) expect(Object.keys(described)).toEqual(columns.map((c) => c.name));
    expect(manifest.tables.map((table) => table.name)).toContain(name);
  }
});

test('sets of cases add up: distributions and completeness to the cases of the data set', async () => {
  const releases = createReleases({ folder: setting.folder });
  try {
    const { disease } = await releases.open(number);
    const divisions = {
      year: [null, 2012, 2015, 2018, 2019, 2020, 2021, 2023],
      tier: [null, ...TIERS],
      province: [null, ...PROVINCES.map(({ code }) => code)],
    };
    for (const id of DISEASE_IDS) {
      const sets = await disease(id);
      if (sets === null) throw new Error('the release has no data sets');
      const sum = (of: readonly { readonly count: number; readonly key: number }[]) => [
        of.reduce((a, { count }) => a + count, 0),
        of.reduce((a, { key }) => (a + key) >>> 0, 0),
      ];
      elementsOf(id).forEach((element, i) => {
        const own = sets.distributions[i] ?? [];
        expect(own.length).toBe(placesOf(element).length);
        expect(sum(own), element.id).toEqual([sets.cases.count, sets.cases.key]);
        expect(sum(sets.whole[i] ?? []), element.id).toEqual([sets.cases.count, sets.cases.key]);
        for (const [by, keys] of Object.entries(divisions))
          expect(
            sum((sets.completeness(by as 'year', keys)[i] ?? []).flat()),
            `${element.id} ${by}`,
          ).toEqual([sets.cases.count, sets.cases.key]);
      });
    }
    const breast = await disease('breast');
    const [ofYear] = breast?.completeness('year', [2019]) ?? [];
    expect(ofYear?.map((sets) => sets.map(({ count }) => count))).toEqual([[1, 0, 0]]);
    expect(breast?.cases.count).toBe(2);
  } finally {
    await releases.close();
  }
});
