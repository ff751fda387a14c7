import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFiles, ownerWriter, statistics } from '../index.ts';
import type { InputFile } from '../registry-data/input/files.ts';
import { fileOf } from '../registry-data/input/files.ts';
import { exampleFiles } from '../registry-data/testing/example.ts';

let db: TestDatabase;
let owner: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await owner.end();
  await db.end();
});

const load = async (files: readonly InputFile[]) => {
  const { problems } = await loadFiles(
    files,
    'test',
    (work) => owner.begin((sql) => work(ownerWriter(sql))) as never,
  );
  expect(problems.told.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
};
const ask = async (question: object) => {
  const asked = askerOf(statistics, db.database, undefined, {
    releases: createReleases({ folder: 'none' }),
  });
  const { data, messages } = await asked(
    principalOf('POLICYMAKER', null),
    `query ($question: StatisticsQuestionInput!) { statistics(question: $question) {
      axes { codes } values lower upper trends { joins segments { from to percent } average { percent } } } }`,
    { question },
  );
  expect(messages).toEqual([]);
  return data.statistics;
};

/** Published data are not moved: the graph gives every digit. References by R 4.2 from the formulas, with weights as published. */
describe('rates of lung cancer of men in the example registries', () => {
  const men = { sites: ['lung'], sexes: ['MALE'] };
  const of = async (measure: string, more: object = {}) => {
    const { values, lower, upper } = await ask({
      ...{ source: 'registry-example-1', measure, filter: men, ...more },
    });
    return [values[0], lower[0], upper[0]];
  };
  beforeAll(() => load(exampleFiles()));

  test.each([
    ['SEGI', 65.264205322, 60.89721784, 69.9063284123, 69.8704700154],
    ['WHO2000', 74.7052968161, 69.9153785345, 79.766120366, 79.7452868282],
    ['ESP1976', 96.3157496255, 90.1861760538, 102.7895523062, 102.7442407172],
    ['ESP2013', 147.9290277675, 138.8621213799, 157.4500658143, 157.3945603484],
    ['CHINA2000', 66.50123489, 61.9962302487, 71.3170605382, 71.2544204443],
  ])(
    'standardised by %s: the rate, the interval of Fay and Feuer, the upper limit of Tiwari',
    async (standard, rate, lower, upper, tiwari) => {
      // All of known age: how the others are spread is told by a test of its own.
      const known = { standard, filter: { ...men, registries: ['B'] } };
      const asked = await of('AGE_STANDARDISED_RATE', known);
      [rate, lower, upper].forEach((reference, i) => {
        expect(asked[i]).toBeCloseTo(reference, 7);
      });
      const other = await of('AGE_STANDARDISED_RATE', { ...known, interval: 'TIWARI' });
      expect([other[0], other[1]]).toEqual([asked[0], asked[1]]);
      expect(other[2]).toBeCloseTo(tiwari, 7);
    },
  );

  test('crude with the exact limits of poisson.test, truncated, cumulative rate and risk, M:I', async () => {
    const crude = await of('CRUDE_RATE');
    [106.2350199002, 101.0048522571, 111.6657792519].forEach((reference, i) => {
      expect(crude[i]).toBeCloseTo(reference, 7);
    });
    expect((await of('TRUNCATED_RATE'))[0]).toBeCloseTo(118.3280290683, 7);
    expect((await of('CUMULATIVE_RATE'))[0]).toBeCloseTo(7.8402545035, 7);
    expect((await of('CUMULATIVE_RISK'))[0]).toBeCloseTo(7.5407838362, 7);
    expect((await of('MORTALITY_INCIDENCE_RATIO'))[0]).toBeCloseTo(758 / 1546, 7);
  });
});

describe('trends of a registry of sixteen years', () => {
  const YEARS = Array.from({ length: 16 }, (_, i) => 2001 + i);
  const AGES = Array.from({ length: 18 }, (_, i) => (i === 17 ? '85+' : `${5 * i}-${5 * i + 4}`));
  /** 8% more a year until 2008, then 6% less, up to whole cases. */
  const casesOf = (year: number) =>
    Math.round(4000 * 1.08 ** (Math.min(year, 2008) - 2001) * 0.94 ** Math.max(0, year - 2008));
  const rows = (heading: string, of: (year: number) => string[]) =>
    [heading, ...YEARS.flatMap(of)].join('\n');
  beforeAll(() =>
    load([
      fileOf(
        'about.csv',
        'id,name_en,name_zh,source_en,source_zh,citation,licence,published\nturn,A turn,转折,Made up,虚构,By hand,CC0,yes',
      ),
      fileOf('registries.csv', 'registry,name_en,name_zh,province\nT,Turn,转折登记处,'),
      fileOf(
        'lived.csv',
        rows('registry,period,sex,age,person_years', (year) =>
          AGES.map((age) => `T,${year},male,${age},1000000`),
        ),
      ),
      fileOf(
        'cases.csv',
        rows('registry,period,sex,site,age,cases', (year) => [
          `T,${year},male,lung,60-64,${casesOf(year)}`,
        ]),
      ),
    ]),
  );
  const of = {
    source: 'registry-turn-1',
    filter: { sites: ['lung'], sexes: ['MALE'], fromYear: 2001, toYear: 2016 },
  };

  test.each(['PERMUTATION', 'WEIGHTED_BIC', 'BIC'])(
    'joinpoint finds the turn of 2008 with its two slopes by %s',
    async (selection) => {
      const { trends } = await ask({
        ...of,
        measure: 'JOINPOINT',
        by: ['YEAR'],
        selection,
        joins: 3,
      });
      expect(trends[0].joins).toEqual([2008]);
      expect(trends[0].segments[0].percent).toBeCloseTo(8, 1);
      expect(trends[0].segments[1].percent).toBeCloseTo(-6, 1);
      // The mean of the slopes of the logarithm, 7 and 8 years long.
      const mean = 100 * (Math.exp((7 * Math.log(1.08) + 8 * Math.log(0.94)) / 15) - 1);
      expect(trends[0].average.percent).toBeCloseTo(mean, 1);
      expect((await ask({ ...of, measure: 'AAPC', selection, joins: 3 })).values[0]).toBeCloseTo(
        mean,
        1,
      );
    },
    60_000,
  );

  test('EAPC is the straight line of least squares through the logarithms', async () => {
    const { values } = await ask({ ...of, measure: 'EAPC' });
    const mean = YEARS.reduce((a, b) => a + b, 0) / YEARS.length;
    const over = YEARS.reduce((sum, year) => sum + (year - mean) * Math.log(casesOf(year)), 0);
    const under = YEARS.reduce((sum, year) => sum + (year - mean) ** 2, 0);
    expect(values[0]).toBe(Number((100 * (Math.exp(over / under) - 1)).toFixed(2)));
  });
});
