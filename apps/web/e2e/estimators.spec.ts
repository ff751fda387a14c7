/** Figures of the pages of estimators are those that the graph answers, to the last digit: read from the file of each chart. */
import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import {
  casesByAge,
  peopleByAge,
} from '../../../packages/biostatistics/src/testing/norway-colon.ts';
import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('POLICYMAKER')) });

const AGES = Array.from({ length: 18 }, (_, i) => (i === 17 ? '85+' : `${5 * i}-${5 * i + 4}`));
const period = (i: number) => `${1958 + 5 * i}-${1962 + 5 * i}`;
const rows = (heading: string, table: readonly (readonly number[])[], periods: number, of = '') =>
  [
    heading,
    ...Array.from({ length: periods }, (_, p) =>
      AGES.map((age, a) => `N,${period(p)},male,${of}${age},${table[a]?.[p]}`),
    ).flat(),
  ].join('\n');

/** Colon cancer of Norwegian men, eight periods and the population of five to come: the example of Nordpred. */
const norway = (id: string) => [
  {
    name: 'about.csv',
    content: `id,name_en,name_zh,source_en,source_zh,citation,licence,published\n${id},Norway ${id},挪威,Cancer Registry of Norway,挪威癌症登记处,Nordpred 1.1 example data,as published,yes`,
  },
  { name: 'registries.csv', content: 'registry,name_en,name_zh,province\nN,Norway,挪威,' },
  { name: 'lived.csv', content: rows('registry,period,sex,age,person_years', peopleByAge, 13) },
  {
    name: 'cases.csv',
    content: rows('registry,period,sex,site,age,cases', casesByAge, 8, 'colorectum.colon,'),
  },
];

/** Asks the graph as an account, by a token. */
const asking = async (request: APIRequestContext, account: string) => {
  const signed = await request.post('/auth/token', { data: { account, password: 'nodp-demo' } });
  const { token, access_token } = await signed.json();
  return async (query: string, variables: object) => {
    const answer = await request.post('/graphql', {
      headers: { authorization: `Bearer ${token ?? access_token}` },
      data: { query, variables },
    });
    const { data, errors } = await answer.json();
    expect(errors).toBeUndefined();
    return data;
  };
};

const STATISTICS = `query ($question: StatisticsQuestionInput!) { statistics(question: $question) {
  axes { codes } values numerators states
  projections { rates counts heldBack { rate percentError pValue } } } }`;

/** The table of the chart's file, without its heading of facts. */
const fileOf = async (page: Page): Promise<string[][]> => {
  await page.getByRole('button', { name: /^Download / }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  expect(text).toContain('# How to cite: ');
  const table = text
    .replace('\uFEFF', '')
    .split('\r\n')
    .filter((line) => line !== '' && !/^"?#/.test(line));
  return table
    .slice(1)
    .map((line) => (line.match(/"(?:[^"]|"")*"|[^,]+|(?<=,)(?=,|$)|^(?=,)/g) ?? []) as string[]);
};
const numbers = (cells: readonly (string | undefined)[]) =>
  cells.map((cell) => (cell === undefined || cell === '' ? null : Number(cell)));

test.describe('registries of twenty years and more', () => {
  test.describe.configure({ mode: 'default' });
  let source: string;
  test.beforeAll(async ({ playwright, baseURL }) => {
    const request = await playwright.request.newContext({ baseURL: baseURL as string });
    const ask = await asking(request, 'data-manager-national');
    const id = `norway-${Date.now()}`;
    const load = `mutation ($files: [AggregateFileInput!]!) { loadAggregates(files: $files, checkOnly: false) { sets { id version } } }`;
    const { loadAggregates } = await ask(load, { files: norway(id) });
    expect(loadAggregates.sets).toEqual([{ id, version: 1 }]);
    source = `registry-${id}-1`;
    await request.dispose();
  });

  test('projection: as it came, as it is expected, and as it would have been expected', async ({
    page,
    request,
  }) => {
    const ask = await asking(request, 'policymaker');
    const { statistics } = await ask(STATISTICS, {
      question: {
        ...{ source, measure: 'PROJECTION', by: ['PERIOD'], filter: { sexes: ['MALE'] } },
      },
    });
    const [of] = statistics.projections;
    await page.goto(
      `/management/projection?measure=projection&by=period&a=source:${source}~sex:MALE`,
    );
    await expect(page.getByText(/the same method would have been off by/)).toBeVisible();
    const file = await fileOf(page);
    const known = (kind: string) => file.filter((row) => row[1] === kind);
    expect(numbers(known('as it came').map((row) => row[2]))).toEqual(statistics.values);
    expect(numbers(known('expected').map((row) => row[2]))).toEqual(of.rates);
    expect(numbers(known('expected').map((row) => row[3]))).toEqual(of.counts);
    const held: { rate: number; percentError: number; pValue: number }[] = of.heldBack;
    expect(held.length).toBeGreaterThan(0);
    const would = known('as it would have been expected');
    expect(numbers(would.map((row) => row[2]))).toEqual(held.map(({ rate }) => rate));
    expect(numbers(would.map((row) => row[4]))).toEqual(held.map((one) => one.percentError));
    expect(numbers(would.map((row) => row[5]))).toEqual(held.map((one) => one.pValue));
  });

  test('age, period and cohort: three families of curves of the same rates', async ({
    page,
    request,
  }) => {
    const ask = await asking(request, 'policymaker');
    const { statistics } = await ask(STATISTICS, {
      question: {
        ...{ source, measure: 'AGE_SPECIFIC_RATE', by: ['AGE', 'PERIOD'] },
        filter: { sexes: ['MALE'] },
      },
    });
    await page.goto(
      `/management/trends?measure=age_specific_rate&by=age,period&a=source:${source}~sex:MALE`,
    );
    await expect(page.locator('svg[data-chart]')).toHaveCount(3);
    const file = await fileOf(page);
    const [ages, periods] = statistics.axes.map(({ codes }: { codes: string[] }) => codes);
    const cells = ages.flatMap((age: string) => periods.map((one: string) => [age, one]));
    expect(file.map((row) => [row[1], row[3]])).toEqual(cells);
    expect(numbers(file.map((row) => row[4]))).toEqual(statistics.values);
    expect(statistics.values.filter((value: number | null) => value !== null).length).toBe(
      statistics.values.length - periods.length,
    );
  });
});

test('deaths avoided by other stages: the graph’s numbers, each with why there is none', async ({
  page,
  request,
}) => {
  const ask = await asking(request, 'policymaker');
  const { statistics } = await ask(STATISTICS, {
    question: {
      ...{ source: 'release-1', measure: 'DEATHS_AVOIDED', by: ['SEX'] },
      comparedWith: { sexes: ['FEMALE'] },
    },
  });
  await page.goto(
    '/management/burden?measure=deaths_avoided&by=sex&against=sex:FEMALE&a=source:release-1',
  );
  await expect(page.getByText(/Within 5 years after diagnosis/)).toBeVisible();
  const file = await fileOf(page);
  expect(file.map((row) => row[1])).toEqual(statistics.axes[0].codes);
  expect(numbers(file.map((row) => row[2]))).toEqual(statistics.values);
  expect(numbers(file.map((row) => row[5]))).toEqual(statistics.numerators);
  expect(statistics.values.length).toBeGreaterThan(1);
});

test('a report that was saved is of the newest release when it is opened', async ({
  page,
  request,
}) => {
  const name = `Yearly ${Date.now()}`;
  const figure = encodeURIComponent('measure=cases&by=sex&a=source:release-1');
  await page.goto(`/management/report?title=${encodeURIComponent(name)}&b1=f${figure}`);
  await expect(page.locator('svg[data-chart]')).toBeVisible();
  await page.getByRole('button', { name: 'Save this report' }).click();
  await page.goto('/management/report');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  // The address names no release: the next one fills it.
  expect(decodeURIComponent(page.url())).not.toContain('release-1');
  const ask = await asking(request, 'policymaker');
  const { statisticsSources } = await ask('{ statisticsSources { id kind } }', {});
  const newest = statisticsSources.find(({ kind }: { kind: string }) => kind === 'RELEASE').id;
  const { statistics } = await ask(STATISTICS, {
    question: { source: newest, measure: 'CASES', by: ['SEX'] },
  });
  const file = await fileOf(page);
  expect(numbers(file.map((row) => row[2]))).toEqual(statistics.values);
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});
