import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readParquet } from './parquet.ts';
import { type Setting, setUp } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await setUp();
});
afterAll(() => setting.end());

describe('cases', () => {
  test('reports of one site group are one case, dated by the earliest report, with the values of any report', async () => {
    const [ming] = await readParquet(setting.released, 'cases', `where site_group = 'lung'`);
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
    const [ming] = await readParquet(setting.released, 'cases', `where site_group = 'lung'`);
    expect(ming).toMatchObject({ stage: 'STAGE_I', stage_group: 'IB', stage_basis: 'p' });
  });

  test('a person of two cases; a stage of neither; ages from 90 on as one', async () => {
    const fang = await readParquet(
      setting.released,
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
    expect(
      await readParquet(setting.released, 'cases', `where site_group = 'liver'`),
    ).toMatchObject([{ diagnosis_year: null, age: null, survival_days: null, died: true }]);
  });

  test('costs of the first year, rounded; each line once, of the case diagnosed last before it', async () => {
    const rows = await readParquet(setting.released, 'cases', 'order by site_group');
    expect(rows.map((row) => [row.site_group, row.direct_cost, row.out_of_pocket_cost])).toEqual([
      ['breast', 2_000_000, null],
      ['liver', null, null],
      ['lung', 16_000, 5_000],
      ['thyroid', 5_000, null],
    ]);
  });

  test('counts', () => {
    expect([setting.manifest.persons, setting.manifest.cases]).toEqual([3, 4]);
    expect([setting.manifest.firstYear, setting.manifest.lastYear]).toEqual([2015, 2020]);
  });
});

test('treatments told twice are one; drugs begun together are a regimen', async () => {
  const rows = await readParquet(setting.released, 'treatments', 'order by drug');
  const each = { kind: 'SYSTEMIC', regimen: 'TC', line: 1, intent: 'curative', start_days: 52 };
  expect(rows).toMatchObject([
    { drug: 'carboplatin', atc: 'L01XA02', ...each },
    { drug: 'paclitaxel', atc: 'L01CD01', ...each },
  ]);
  expect(rows).toHaveLength(2);
});

test('changes of genes: found, looked for, and genes that were read', async () => {
  const rows = await readParquet(
    setting.released,
    'variants',
    'order by gene, result, kind, tested_days',
  );
  expect(
    rows.map(({ gene, result, kind, protein, codon, fraction, origin, tested_days }) =>
      [gene, result, kind, protein, codon, fraction, origin, tested_days].join(' '),
    ),
  ).toEqual([
    'ALK FOUND FUSION     ',
    'ALK READ      5',
    // A positive test of the gene is of the change that is told in full; of BRAF nothing more is known.
    'BRAF FOUND      ',
    'EGFR FOUND SUBSTITUTION L858R 858 123 SOMATIC 5',
    'EGFR NOT_THIS  T790M 790   ',
    'EGFR READ      5',
    'EML4 FOUND FUSION     ',
    'KRAS READ      5',
    'ROS1 NOT_FOUND FUSION     ',
  ]);
});

test('biomarkers the terminology knows; a marker’s series in short', async () => {
  const found = await readParquet(setting.released, 'biomarkers', 'order by biomarker');
  // The other one is not dropped in silence; its name, which nobody shares, may name a person and is not retained.
  expect(found).toMatchObject([
    { biomarker: 'ALK', finding: 'positive' },
    { biomarker: 'BRAF', finding: 'positive' },
    { biomarker: 'EGFR', finding: 'positive', tested_days: 5 },
    { biomarker: 'ROS1', finding: 'negative' },
    { biomarker: null, finding: 'negative' },
  ]);
  expect(found).toHaveLength(5);
  expect(setting.manifest.findings).toContainEqual({ finding: 'biomarker-not-coded', cases: 1 });
  expect(await readParquet(setting.released, 'laboratory')).toMatchObject([
    // 9 March, 17 h UTC, is 10 March here: the day of diagnosis.
    { analyte: '2039-6', tests: 3, first_value: 40, last_value: 60, lowest: 4, first_days: 0 },
  ]);
  const results = await readParquet(setting.released, 'results', 'order by result_days');
  expect(results.map(({ analyte, value, result_days }) => [analyte, value, result_days])).toEqual([
    ['2039-6', 40, 0],
    // Of a day the last.
    ['2039-6', 4, 83],
    ['2039-6', 60, 266],
  ]);
});
