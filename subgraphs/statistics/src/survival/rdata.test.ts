import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { edererII, lifeTable, poharPerme, relativeSurvivalAt } from '@nodp/biostatistics';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { writeRelease } from '@nodp/warehouse/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownerWriter, seedRegions, statistics } from '../index.ts';
import type { LifeTableSeries } from '../registry-data/data-set.ts';
import { putLifeTables } from '../registry-data/put-data-sets.ts';

const shared = process.env.NODP_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const file = (name: string) => join(shared, 'data/survival', name);
const names = [
  'relsurv_rdata.csv',
  'relsurv_slopop_daily_hazard.csv',
  'expected_relsurv_rdata.csv',
];
const there = names.every((name) => existsSync(file(name)));
if (!there) console.warn('test skipped: shared data without the examples of relsurv');

const read = (name: string): Record<string, string>[] => {
  const [heading = '', ...lines] = readFileSync(file(name), 'utf8').trim().split('\n');
  const cells = (line: string) => line.split(',').map((cell) => cell.replaceAll('"', ''));
  const columns = cells(heading);
  return lines.map((line) =>
    Object.fromEntries(cells(line).map((cell, i) => [columns[i] as string, cell])),
  );
};

const YEAR = 365.241;

/** relsurv's life table of Slovenia, as a data set of ours. */
const slopop = (): LifeTableSeries[] =>
  [
    ...Map.groupBy(
      read('relsurv_slopop_daily_hazard.csv'),
      ({ sex, year_from_date: from }) => `${sex} ${from}`,
    ),
  ].map(([, rows]) => {
    const first = Number(rows[0]?.year_from_date?.slice(0, 4));
    return {
      region: null,
      sex: rows[0]?.sex === 'female' ? 0 : 1,
      years: { first, last: first },
      firstMonth: 1,
      ages: rows.map(({ age }) => Number(age)),
      mortality: rows.map(({ hazard_per_day: hazard }) => Number(hazard) * YEAR),
    };
  });

const about = {
  ...{ id: 'slopop', licence: 'GPL', published: true, citation: 'Pohar Perme and Pavlič 2018' },
  name: { en: 'Life table of Slovenia', zh: '斯洛文尼亚寿命表' },
  source: { en: 'relsurv', zh: 'relsurv' },
};

/**
 * relsurv's 1,040 patients as cases of a release, which knows months of diagnosis and completed years of age. R takes each to be
 * exactly so many years old, a release half a year more: every other one is a year younger here, so that the mean is R's.
 */
const patients = () =>
  read('relsurv_rdata.csv').map((row, i) => {
    const age = Number(row.age_years) - (i % 2);
    const [year, month] = (row.diag_date ?? '').split('-').map(Number);
    return {
      ...{ person_key: i + 1, case_number: 1, only_case: true, behaviour: '3', site_group: 'lung' },
      ...{ sex: row.sex?.toUpperCase() ?? null, age, age_group: Math.floor(age / 5) * 5 },
      ...{ diagnosis_year: year as number, diagnosis_month: month as number, residence: '440000' },
      ...{ survival_days: Number(row.time), died: row.cens === '1' },
    };
  });

/** The same as an estimator reads them. */
const asKnown = () => {
  const rows = patients();
  return {
    time: rows.map((row) => row.survival_days),
    status: rows.map((row) => (row.died ? 1 : 0)),
    age: rows.map((row) => (row.age + 0.5) * YEAR),
    date: rows.map((row) => Date.UTC(row.diagnosis_year, row.diagnosis_month - 1, 15) / 86_400_000),
    stratum: rows.map((row) => (row.sex === 'FEMALE' ? 0 : 1)),
  };
};

const lifeTableOf = (series: readonly LifeTableSeries[]) => {
  const years = [...new Set(series.map((one) => one.years.first))].sort((a, b) => a - b);
  const ages = series[0]?.ages ?? [];
  return lifeTable({
    ages: ages.map((age) => age * YEAR),
    years: years.map((year) => Date.UTC(year, 0, 1) / 86_400_000),
    hazards: [0, 1].flatMap((sex) =>
      years.flatMap(
        (year) =>
          series
            .find((one) => one.sex === sex && one.years.first === year)
            ?.mortality.map((rate) => rate / YEAR) ?? [],
      ),
    ),
    factors: [{ name: 'sex', categories: ['female', 'male'] }],
  });
};

describe.skipIf(!there)('survival through the graph beside R’s relsurv', () => {
  let db: TestDatabase;
  let folder: string;
  let releases: Releases;
  beforeAll(async () => {
    db = await testDatabase();
    const owner = postgres(db.ownerUrl, { max: 1 });
    await seedRegions(owner);
    await owner.begin(async (transaction) => {
      await putLifeTables(ownerWriter(transaction), { about, series: slopop() }, 'test');
    });
    await owner.end();
    folder = await mkdtemp(join(tmpdir(), 'nodp-relsurv-'));
    await writeRelease(join(folder, folderOf(1)), { cases: patients() });
    const rule = { minimumCell: 1, variance: 0, deviation: 0, never: [] };
    releases = createReleases({ folder, rule });
  });
  afterAll(async () => {
    await releases.close();
    await db.end();
    await rm(folder, { recursive: true });
  });

  test.each([
    ['NET_SURVIVAL', 'pohar-perme'],
    ['RELATIVE_SURVIVAL', 'ederer2'],
  ])('%s is its %s, of all, women and men, after 1 to 10 years', async (measure, method) => {
    const ask = askerOf(statistics, db.database, engines[0]?.[1]() as never, { releases });
    const asked = async (by: string[]) => {
      const { data, messages } = await ask(
        principalOf('POLICYMAKER', null),
        `query ($question: StatisticsQuestionInput!) { statistics(question: $question) {
          axes { codes } values lower upper numerators states notes { en } } }`,
        { question: { source: 'release-1', measure, by } },
      );
      expect(messages).toEqual([]);
      return data.statistics;
    };
    const all = await asked(['FOLLOW_UP']);
    const bySex = await asked(['FOLLOW_UP', 'SEX']);
    expect(all.notes[0].en).toContain('Life table of Slovenia');
    const [, sexes] = bySex.axes;
    const rows = read('expected_relsurv_rdata.csv').filter((row) => row.method === method);
    expect(rows.length).toBe(12);
    // The estimator itself, which agrees with R to eight digits, of all patients as the release knows them.
    const exact = relativeSurvivalAt(
      (method === 'ederer2' ? edererII : poharPerme)(lifeTableOf(slopop()), asKnown(), {
        at: Array.from({ length: 121 }, (_, month) => month * 30.4375),
      }),
      [1, 3, 5, 10].map((years) => years * 365.25),
    );
    [1, 3, 5, 10].forEach((years, i) => {
      // Shown to a tenth of a percent.
      expect(Math.abs(all.values[years - 1] - 100 * (exact[i]?.survival ?? 0))).toBeLessThan(0.101);
    });
    for (const row of rows) {
      const year = Number(row.years) - 1;
      // relsurv: 1 male, 2 female.
      const women = sexes.codes.indexOf({ 'sex=1': 'MALE', 'sex=2': 'FEMALE' }[row.stratum ?? '']);
      const figure = (column: 'values' | 'lower' | 'upper' | 'numerators') =>
        women < 0 ? all[column][year] : bySex[column][year * sexes.codes.length + women];
      expect(Math.abs(figure('values') - 100 * Number(row.surv))).toBeLessThan(1.7);
      const width = 100 * (Number(row.upper) - Number(row.lower));
      expect(Math.abs(figure('upper') - figure('lower') - width)).toBeLessThan(1);
      expect(Math.abs(figure('numerators') - Number(row.n_risk))).toBeLessThan(3);
    }
  });
});
