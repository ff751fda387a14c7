import { casesByAge, peopleByAge } from '@nodp/biostatistics/testing/norway-colon';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFiles, ownerWriter, statistics } from '../index.ts';
import { fileOf } from '../registry-data/input/files.ts';
import { exampleFiles } from '../registry-data/testing/example.ts';

const PERIODS = Array.from({ length: 13 }, (_, i) => `${1958 + 5 * i}-${1962 + 5 * i}`);
const AGES = Array.from({ length: 18 }, (_, i) => (i === 17 ? '85+' : `${5 * i}-${5 * i + 4}`));

/** Colon cancer in Norwegian men as a registry's files. @param lived periods with person-years */
const norway = (id: string, counted: number, lived: number) => {
  const rows = (
    heading: string,
    table: readonly (readonly number[])[],
    periods: number,
    site = '',
  ) =>
    [
      heading,
      ...PERIODS.slice(0, periods).flatMap((period, p) =>
        AGES.map((age, a) => `N,${period},male,${site}${age},${table[a]?.[p]}`),
      ),
    ].join('\n');
  return [
    fileOf(
      'about.csv',
      `id,name_en,name_zh,source_en,source_zh,citation,licence,published
${id},Norway,挪威,Cancer Registry of Norway,挪威癌症登记处,Nordpred 1.1 example data,as published,yes`,
    ),
    fileOf('registries.csv', 'registry,name_en,name_zh,province\nN,Norway,挪威,'),
    fileOf('lived.csv', rows('registry,period,sex,age,person_years', peopleByAge, lived)),
    fileOf(
      'cases.csv',
      rows('registry,period,sex,site,age,cases', casesByAge, counted, 'colorectum.colon,'),
    ),
  ];
};

let db: TestDatabase;
let owner: postgres.Sql;
let asker: ReturnType<typeof askerOf>;
const load = async (files: Parameters<typeof loadFiles>[0]) => {
  const { problems } = await loadFiles(
    files,
    'test',
    (work) => owner.begin((sql) => work(ownerWriter(sql))) as never,
  );
  expect(problems.told.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
};
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1 });
  asker = askerOf(statistics, db.database, undefined, {
    releases: createReleases({ folder: 'none' }),
  });
  await load(norway('norway', 8, 13));
  await load(norway('norway-now', 8, 8));
  await load(norway('norway-short', 4, 4));
  await load(norway('norway-three', 3, 3));
  await load(exampleFiles());
});
afterAll(async () => {
  await owner.end();
  await db.end();
});

const policymaker = principalOf('POLICYMAKER', null);
const document = `query ($question: StatisticsQuestionInput!) { statistics(question: $question) {
  axes { codes } values states notes { en }
  projections { codes periods { en zh } rates counts populationGiven periodsUsed goodnessOfFit recentTrend fromAge { en }
    heldBack { period { en } place rate observed expected percentError pValue } } } }`;
const put = (source: string, more: object = {}) =>
  asker(policymaker, document, {
    question: {
      ...{ source, measure: 'PROJECTION', by: ['PERIOD'], filter: { sexes: ['MALE'] } },
      ...more,
    },
  });
const ask = async (source: string, more: object = {}) => {
  const { data, messages } = await put(source, more);
  expect(messages).toEqual([]);
  return data.statistics;
};

// Expected cases by the Cancer Registry of Norway's own functions (Nordpred 1.1 in R): packages/biostatistics.
test('colon cancer of Norwegian men, as the registry itself projects it', async () => {
  const { axes, values, states, projections, notes } = await ask('registry-norway-1');
  expect(axes[0].codes).toEqual(PERIODS.slice(0, 8));
  expect(states).toEqual(Array(8).fill('SHOWN'));
  const [line, ...others] = projections;
  expect(others).toEqual([]);
  expect(line.codes).toEqual([]);
  expect(line.periods.map(({ en }: { en: string }) => en)).toEqual([
    ...['1998–2002', '2003–2007', '2008–2012', '2013–2017', '2018–2022'],
  ]);
  const expected = [5826.943876, 6249.993699, 6666.358329, 7061.168741, 7453.106442];
  for (const [i, count] of line.counts.entries())
    expect(count / (expected[i] as number)).toBeCloseTo(1, 7);
  expect(line).toMatchObject({
    ...{ populationGiven: true, periodsUsed: 6, recentTrend: true },
    fromAge: { en: '20–24' },
  });
  // The rate goes on from where it was: 15 in a hundred more at most.
  expect(line.rates[0] / values[7]).toBeGreaterThan(1);
  expect(line.rates[0] / values[7]).toBeLessThan(1.15);
  expect(notes[0].en).toContain('population of the periods to come');
});

test('what holding back 1988–92 and 1993–97 would have said, beside what came', async () => {
  const { axes, values, projections } = await ask('registry-norway-1');
  const { heldBack } = projections[0];
  expect(heldBack.map(({ period }: { period: { en: string } }) => period.en)).toEqual([
    '1988–1992',
    '1993–1997',
  ]);
  expect(heldBack.map(({ observed }: { observed: number }) => observed)).toEqual([4157, 4574]);
  for (const { place, rate, observed, expected, percentError, pValue } of heldBack) {
    expect(axes[0].codes[place]).toMatch(/^19(88|93)/);
    expect(Math.abs(percentError)).toBeLessThan(2);
    expect(percentError).toBeCloseTo((100 * (expected - observed)) / observed, 2);
    expect(pValue).toBeGreaterThan(0.05);
    expect(Math.abs(rate / values[place] - 1)).toBeLessThan(0.04);
  }
});

test('without a population to come that of the last period stays, which changes no rate', async () => {
  const [given] = (await ask('registry-norway-1')).projections;
  const { projections, notes } = await ask('registry-norway-now-1');
  expect(projections[0]).toMatchObject({ populationGiven: false });
  expect(notes[0].en).toContain('stays as it was');
  expect(projections[0].rates).toHaveLength(3);
  for (const [i, rate] of projections[0].rates.entries())
    expect(rate).toBeCloseTo(given.rates[i], 9);
});

test('four periods are projected, and none is left to hold back', async () => {
  const { projections } = await ask('registry-norway-short-1');
  expect(projections[0]).toMatchObject({ periodsUsed: 4, heldBack: [] });
});

test('of three periods nothing is projected, and it says why', async () => {
  const { messages, codes } = await put('registry-norway-three-1');
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect(messages[0]).toContain('has 3 (1958-1962, 1963-1967, 1968-1972)');
  const example = await put('registry-example-1');
  expect(example.messages[0]).toContain('has 0.');
});

test('periods that do not follow each other, and single years, are refused with what to do', async () => {
  const skipped = await put('registry-norway-1', {
    filter: { periods: ['1958-1962', '1968-1972', '1973-1977', '1978-1982'] },
  });
  expect(skipped.messages[0]).toContain('that follow each other');
  const chosen = await ask('registry-norway-1', {
    filter: { sexes: ['MALE'], periods: PERIODS.slice(0, 6) },
  });
  // What was known in 1987: the held-back periods of the whole table.
  const whole = (await ask('registry-norway-1')).projections[0].heldBack;
  expect(chosen.projections[0].periods[0].en).toBe('1988–1992');
  expect(chosen.projections[0].rates[0]).toBeCloseTo(whole[0].rate, 9);
});

test('a line without cases enough is left out, and counted', async () => {
  const { projections, notes } = await ask('registry-norway-1', {
    by: ['PERIOD', 'SITE'],
    filter: { sexes: ['MALE'], sites: ['colorectum.colon', 'colorectum'] },
  });
  expect(projections.map(({ codes }: { codes: string[] }) => codes)).toEqual([
    ['colorectum'],
    ['colorectum.colon'],
  ]);
  expect(notes).toHaveLength(1);
});
