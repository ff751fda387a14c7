import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { writeRelease } from '@nodp/warehouse/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownerWriter, putRegistries, seedRegions, statistics } from '../index.ts';
import { putLifeTables } from '../registry-data/put-data-sets.ts';

type Of = Readonly<Record<string, string | number | boolean | null>>;
const many = (count: number, of: Of) =>
  Array.from({ length: count }, () => ({
    ...{ sex: 'FEMALE', age: 60, age_group: 60, residence: '440000', behaviour: '3' },
    ...{ site_group: 'lung', topography: 'C34.1', stage: 'STAGE_I', died: false },
    ...{ diagnosis_year: 2014, diagnosis_month: 6, survival_days: 4000 },
    ...of,
  }));

/** Stomach cancer doubles each year; of nobody is it known how long they lived. */
const doubling = [2021, 2022, 2023, 2024].flatMap((year, i) =>
  many(10 * 2 ** i, {
    ...{ site_group: 'stomach', topography: 'C16.1', diagnosis_year: year },
    ...{ survival_days: null, untimed: 'NO_FOLLOW_UP' },
  }),
);

const rows = [
  ...many(80, {}),
  ...many(20, { died: true, survival_days: 400 }),
  ...many(40, { stage: 'STAGE_IV' }),
  ...many(60, { stage: 'STAGE_IV', died: true, survival_days: 200 }),
  // Two and a half years before the closing day: 50 not heard of for some weeks, 10 to the end.
  ...many(50, { stage: 'STAGE_II', diagnosis_year: 2023, survival_days: 900 }),
  ...many(10, { stage: 'STAGE_II', diagnosis_year: 2023, survival_days: 930 }),
  ...doubling,
].map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true }));

/** The same chance to die at every age: 5% a year. */
const flat = {
  about: {
    ...{ id: 'flat', licence: 'none', published: true, citation: 'By hand.' },
    name: { en: 'Flat mortality', zh: '恒定死亡率' },
    source: { en: 'by hand', zh: '手工' },
  },
  series: [0, 1].map((sex) => ({
    ...{ region: null, sex: sex as 0 | 1, years: { first: 2000, last: 2030 }, firstMonth: 1 },
    ...{ ages: [0], mortality: [0.05] },
  })),
};

const registry = {
  ...{ code: 'R44', name: { en: 'A registry', zh: '登记处' }, source: { en: 'hand', zh: '手工' } },
  areas: [2021, 2022, 2023, 2024].map((year) => ({
    ...{ region: '440000', year, completeness: 0.95, closedOn: '2025-12-31' },
    lived: [new Float64Array(18).fill(1e5), new Float64Array(18).fill(1e5)] as const,
  })),
};

let db: TestDatabase;
let folder: string;
let releases: Releases;
let owner: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1 });
  await seedRegions(owner);
  await owner`delete from statistics.life_table_set`;
  await putRegistries(owner, [registry]);
  folder = await mkdtemp(join(tmpdir(), 'nodp-followed-'));
  await writeRelease(join(folder, folderOf(1)), { cases: rows });
  const rule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };
  releases = createReleases({ folder, rule });
});
afterAll(async () => {
  await owner.end();
  await releases.close();
  await db.end();
  await rm(folder, { recursive: true });
});

const change = '{ from to percent lower upper pValue }';
const query = `query ($question: StatisticsQuestionInput!) { statistics(question: $question) {
  axes { codes } values lower upper numerators denominators states notes { en }
  trends { codes joins segments ${change} average ${change} observed }
  comparison { years groups statistic degreesOfFreedom pValue } } }`;
const lung = { sites: ['lung'] };
const bySite = { by: ['STAGE'], filter: { ...lung, stages: ['STAGE_I', 'STAGE_IV'] } };

describe('survival, trends, prevalence and years lost, worked by hand', () => {
  const put = (question: object) =>
    askerOf(statistics, db.database, (engines[0] as (typeof engines)[number])[1](), { releases })(
      principalOf('POLICYMAKER', null),
      query,
      { question: { source: 'release-1', ...question } },
    );
  const ask = async (question: object) => {
    const { data, messages } = await put(question);
    expect(messages).toEqual([]);
    return data.statistics;
  };

  test('observed survival by stage: figures, limits, persons at risk, and whether stages differ', async () => {
    const table = await ask({ measure: 'OBSERVED_SURVIVAL', ...bySite });
    expect(table).toMatchObject({
      values: [80, 40],
      numerators: [80, 40],
      denominators: [100, 100],
      states: ['SHOWN', 'SHOWN'],
    });
    // Greenwood: σ of log S is √(20 / (100 × 80)).
    expect(table.lower[0]).toBeCloseTo(80 * Math.exp(-1.96 * Math.sqrt(0.0025)), 1);
    // (ln 0.8 − ln 0.4)² / (0.0025 + 0.015), of one degree of freedom.
    expect(table.comparison).toMatchObject({ years: 5, groups: 2, degreesOfFreedom: 1 });
    expect(table.comparison.statistic).toBeCloseTo(Math.log(2) ** 2 / 0.0175, 1);
    expect(table.comparison.pValue).toBeLessThan(1e-6);
  });

  test('the curve is an axis that may stand anywhere, and ends where asked', async () => {
    const first = { measure: 'OBSERVED_SURVIVAL', filter: bySite.filter, at: 2 };
    const byYear = await ask({ ...first, by: ['FOLLOW_UP', 'STAGE'] });
    expect(byYear.axes[0].codes).toEqual(['1', '2']);
    expect(byYear.values).toEqual([100, 40, 80, 40]);
    expect((await ask({ ...first, by: ['STAGE', 'FOLLOW_UP'] })).values).toEqual([100, 80, 40, 40]);
  });

  test('conditional on a year lived already; of those alone who could be followed; as it is now', async () => {
    const question = { measure: 'OBSERVED_SURVIVAL', ...bySite };
    expect((await ask({ ...question, given: 1, at: 1 })).values).toEqual([80, 100]);
    expect((await ask({ ...question, approach: 'COHORT', at: 10 })).values).toEqual([80, 40]);
    const recent = { ...question, filter: { ...lung, stages: ['STAGE_II'] } };
    expect((await ask({ ...recent, approach: 'COHORT' })).states).toEqual(['SUPPRESSED']);
    // In the last three years nobody of 2014 was in the first five: no curve begins.
    expect((await ask({ ...question, approach: 'PERIOD' })).states).toEqual(['TOO_FEW', 'TOO_FEW']);
  });

  test('few are hidden, the impossible is not counted, too long is refused', async () => {
    const few = await ask({ measure: 'OBSERVED_SURVIVAL', by: ['SEX'], filter: lung });
    expect(few.states[few.axes[0].codes.indexOf('MALE')]).toBe('SUPPRESSED');
    const { codes } = await put({ measure: 'OBSERVED_SURVIVAL', given: 6, at: 5 });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    const crossed = await put({ measure: 'CASES', by: ['FOLLOW_UP'] });
    expect(crossed.messages[0]).toContain('Only survival changes with the years after diagnosis');
  });

  test('net survival needs a life table, and has it as soon as one is loaded', async () => {
    const net = { measure: 'NET_SURVIVAL', ...bySite };
    expect((await ask(net)).states).toEqual(['NO_LIFE_TABLE', 'NO_LIFE_TABLE']);
    expect((await ask({ measure: 'YEARS_OF_LIFE_LOST' })).states).toEqual(['NO_LIFE_TABLE']);
    await owner.begin(async (transaction) => {
      await putLifeTables(ownerWriter(transaction), flat, 'test');
    });
    const table = await ask(net);
    // All of one age and one mortality: observed survival over e^(−0.05 × 5), with any estimator.
    for (const measure of ['NET_SURVIVAL', 'RELATIVE_SURVIVAL']) {
      const { values } = await ask({ measure, ...bySite });
      expect(values[0]).toBeCloseTo(80 * Math.exp(0.25), -0.5);
      expect(values[1]).toBeCloseTo(40 * Math.exp(0.25), -0.5);
    }
    expect(table.notes[0].en).toContain('Whether the 2 groups differ 5 years after diagnosis');
    expect(table.notes[1].en).toContain('Flat mortality');
    // Of the five age groups of the standard four have nobody.
    const standardised = await ask({ measure: 'AGE_STANDARDISED_NET_SURVIVAL', ...bySite });
    expect(standardised.states).toEqual(['TOO_FEW', 'TOO_FEW']);
  });

  test('years of life lost: each death at 60 or 61 loses what 5% a year leave', async () => {
    const { values, numerators } = await ask({ measure: 'YEARS_OF_LIFE_LOST', ...bySite });
    const left = 20 * (1 - Math.exp(-0.05 * 60));
    expect(numerators).toEqual([20, 60]);
    expect(values[0] / 20).toBeCloseTo(left, -0.5);
    expect(values[1] / 60).toBeCloseTo(left, -0.5);
  });

  test('patients alive: those heard of at the end, and those not heard of as they are expected to be', async () => {
    const alive = { measure: 'PREVALENT_CASES', filter: lung };
    expect((await ask({ ...alive, at: 5 })).values).toEqual([60]);
    expect((await ask({ ...alive, at: 1 })).states).toEqual(['SUPPRESSED']);
    const refused = await put({ ...alive, by: ['YEAR'] });
    expect(refused.codes).toEqual(['BAD_USER_INPUT']);
  });

  test('a rate that doubles each year: one line, 100% a year, no join', async () => {
    const stomach = { filter: { sites: ['stomach'], sexes: ['FEMALE'] } };
    const { values, lower, upper } = await ask({ measure: 'EAPC', ...stomach });
    expect(values[0]).toBeCloseTo(100, 0);
    expect(lower[0]).toBeLessThanOrEqual(values[0]);
    expect(upper[0]).toBeGreaterThanOrEqual(values[0]);
    expect((await ask({ measure: 'AAPC', ...stomach })).values[0]).toBeCloseTo(100, 0);
    const joined = await ask({ measure: 'JOINPOINT', by: ['YEAR'], ...stomach, joins: 0 });
    const [trend] = joined.trends;
    expect(trend).toMatchObject({ codes: [], joins: [], segments: [{ from: 2021, to: 2024 }] });
    expect(trend.segments[0].percent).toBeCloseTo(100, 0);
    const year = (of: string) => joined.axes[0].codes.indexOf(of);
    expect(joined.values[year('2024')] / joined.values[year('2021')]).toBeCloseTo(8, 1);
    expect(trend.observed[year('2024')] / trend.observed[year('2021')]).toBeCloseTo(8, 1);
    expect(joined.states[year('2014')]).not.toBe('SHOWN');
    expect((await put({ measure: 'JOINPOINT', ...stomach })).codes).toEqual(['BAD_USER_INPUT']);
  });
});
