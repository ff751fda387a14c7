import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileAt, loadFiles, ownerWriter, statistics } from '../../index.ts';
import type { InputFile } from '../../registry-data/input/files.ts';
import {
  exampleCases,
  exampleFiles,
  exampleLived,
  exampleTexts,
} from '../../registry-data/testing/example.ts';

let db: TestDatabase;
let owner: postgres.Sql;
let asker: ReturnType<typeof askerOf>;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1 });
  asker = askerOf(statistics, db.database, undefined, {
    releases: createReleases({ folder: 'none' }),
  });
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
  expect(problems.errors).toBe(0);
};

const policymaker = principalOf('POLICYMAKER', null);
const label = '{ en zh }';
const document = `query ($question: StatisticsQuestionInput!) { statistics(question: $question) {
  source { id kind protection } axes { dimension codes labels ${label} } values lower upper numerators denominators states
  about { population ${label} citation ${label} period ${label} protection ${label} } } }`;

const put = (question: object) => asker(policymaker, document, { question });
const ask = async (question: object) => {
  const { data, messages } = await put(question);
  expect(messages).toEqual([]);
  return data.statistics;
};
const sum = (from: number, to: number, of: (i: number) => number) =>
  Array.from({ length: to - from }, (_, i) => of(from + i)).reduce((a, b) => a + b, 0);

describe('a data set of our own, counted by hand', () => {
  const source = 'registry-example-1';
  const both = ['female', 'male'];
  const casesOf = (
    registry: string,
    site: string,
    sexes = both,
    ages: [number, number] = [0, 18],
  ) =>
    // Two years alike.
    2 *
    sexes.reduce((n, sex) => n + sum(...ages, (age) => exampleCases(registry, sex, site, age)), 0);
  beforeAll(() => load(exampleFiles()));

  test('is offered beside releases, and says that it is published, by whom, and for which years', async () => {
    const { data } = await asker(
      policymaker,
      `{ statisticsSources { id kind firstYear lastYear protection events label ${label}
        dimensions { dimension codes labels ${label} } } }`,
    );
    const [found] = data.statisticsSources;
    expect(found).toMatchObject({
      ...{ id: source, kind: 'REGISTRY', firstYear: 2015, lastYear: 2016 },
      ...{ protection: 'PUBLISHED', events: ['CASES', 'DEATHS'] },
    });
    const codes = Object.fromEntries(
      found.dimensions.map((one: { dimension: string; codes: string[] }) => [
        one.dimension,
        one.codes,
      ]),
    );
    expect(codes).toMatchObject({
      YEAR: ['2015', '2016'],
      PERIOD: ['2013-2017'],
      REGISTRY: ['A', 'B'],
      PROVINCE: ['370000', '440000'],
      SEX: ['FEMALE', 'MALE'],
      SITE: ['lung', 'colorectum', 'cervix', 'colorectum.colon', 'colorectum.rectum'],
    });
    expect(codes.STAGE).toBeUndefined();
  });

  test('cases by registry, province, site, sex and age; parts of a site make up the site', async () => {
    const byRegistry = await ask({ source, measure: 'CASES', by: ['REGISTRY', 'SITE'] });
    expect(byRegistry.values).toEqual(
      ['A', 'B'].flatMap((registry) => [
        casesOf(registry, 'lung') + (registry === 'A' ? 2 : 0),
        casesOf(registry, 'colorectum.colon') + casesOf(registry, 'colorectum.rectum'),
        casesOf(registry, 'cervix'),
      ]),
    );
    const parts = await ask({
      ...{ source, measure: 'CASES', by: ['SITE'] },
      filter: { sites: ['colorectum', 'colorectum.colon'], provinces: ['440000'] },
    });
    expect(parts.values).toEqual([
      casesOf('A', 'colorectum.colon') + casesOf('A', 'colorectum.rectum'),
      casesOf('A', 'colorectum.colon'),
    ]);
    const byAge = await ask({
      source,
      measure: 'CASES',
      by: ['AGE'],
      filter: { sites: ['lung'], sexes: ['MALE'] },
    });
    expect(byAge.values.slice(10, 12)).toEqual([
      casesOf('A', 'lung', ['male'], [10, 11]) + casesOf('B', 'lung', ['male'], [10, 11]),
      casesOf('A', 'lung', ['male'], [11, 12]) + casesOf('B', 'lung', ['male'], [11, 12]),
    ]);
    expect(byAge.values.at(-1)).toBe(2);
    // A site that two choices have is counted once.
    const chosen = await ask({
      source,
      measure: 'CASES',
      filter: { sites: ['colorectum', 'colorectum.colon'] },
    });
    expect(chosen.values[0]).toBe(
      ['A', 'B'].reduce(
        (n, r) => n + casesOf(r, 'colorectum.colon') + casesOf(r, 'colorectum.rectum'),
        0,
      ),
    );
  });

  test('rates by registry and year: its own cases over its own person-years, of the sex at risk', async () => {
    const rates = await ask({
      source,
      measure: 'CRUDE_RATE',
      by: ['REGISTRY', 'YEAR'],
      filter: { sites: ['cervix'] },
    });
    const lived = (registry: string, year: number) =>
      sum(0, 18, (age) => exampleLived(registry, year, 'female', age));
    const cells = ['A', 'B'].flatMap((registry) =>
      [2015, 2016].map((year) => [registry, year] as const),
    );
    expect(rates.denominators).toEqual(cells.map(([registry, year]) => lived(registry, year)));
    rates.values.forEach((value: number, i: number) => {
      const [registry, year] = cells[i] as (typeof cells)[number];
      expect(value).toBeCloseTo(
        ((casesOf(registry, 'cervix') / 2) * 1e5) / lived(registry, year),
        9,
      );
    });
    const byAge = await ask({
      source,
      measure: 'AGE_SPECIFIC_RATE',
      by: ['AGE'],
      filter: { sites: ['lung'], registries: ['B'], sexes: ['MALE'], fromYear: 2016 },
    });
    expect(byAge.denominators[10]).toBe(exampleLived('B', 2016, 'male', 10));
    expect(byAge.numerators[10]).toBe(exampleCases('B', 'male', 'lung', 10));
    expect(rates.about.population.en).toMatch(
      /2 registries of Example registries, 2015–2016: [\d,]+ person-years/,
    );
    expect(rates.about.citation).toMatchObject({
      en: expect.stringContaining('Example (2020), made up Data set example, version 1'),
      zh: expect.stringContaining('版本1'),
    });
  });

  test('mortality is of the deaths it has', async () => {
    const { values } = await ask({
      source,
      measure: 'CASES',
      events: 'DEATHS',
      filter: { sites: ['lung'] },
    });
    const half = (registry: string, sex: string) =>
      sum(0, 18, (age) => Math.floor(exampleCases(registry, sex, 'lung', age) / 2));
    expect(values[0]).toBe(
      2 * ['A', 'B'].reduce((n, r) => n + half(r, 'female') + half(r, 'male'), 0),
    );
  });

  test('what it does not know is refused with the reason', async () => {
    const { codes, messages } = await put({ source, measure: 'CASES', by: ['STAGE'] });
    expect([codes, messages]).toEqual([['BAD_USER_INPUT'], [expect.stringContaining('no stage')]]);
    const unknown = await put({ source: 'registry-example-9', measure: 'CASES' });
    expect(unknown.messages[0]).toContain('registry-example-1');
  });

  test('a former version answers as before; what is not published is hidden where it is small', async () => {
    const about = exampleTexts().about.replace(',yes', ',no');
    await load(exampleFiles({ about }));
    const by = {
      measure: 'CASES',
      by: ['SEX', 'AGE'],
      filter: { sites: ['colorectum.rectum'], registries: ['A'], fromYear: 2015, toYear: 2015 },
    };
    const open = await ask({ source, ...by });
    const hidden = await ask({ source: 'registry-example-2', ...by });
    expect(open.states.every((state: string) => state === 'SHOWN')).toBe(true);
    expect(hidden.source.protection).toBe('SUPPRESSED');
    expect(hidden.states).toEqual(open.values.map(() => 'SUPPRESSED'));
    const all = await ask({ source: 'registry-example-2', measure: 'CASES' });
    expect(all.values[0]).toBe((await ask({ source, measure: 'CASES' })).values[0]);
  });
});

describe('totals of all sites', () => {
  test('where they are given they count all; all but skin is what is left', async () => {
    const { about, cases, ...texts } = exampleTexts();
    // Of deaths no total is given: without them every series has one.
    const changed = {
      ...texts,
      deaths: null,
      about: about.replace('example,', 'totals,'),
      cases: [
        cases,
        'A,2015,male,other-skin,60-64,4',
        ...['A', 'B'].flatMap((registry) =>
          [2015, 2016].flatMap((year) =>
            ['female', 'male'].flatMap((sex) =>
              [
                '0-4',
                ...Array.from({ length: 16 }, (_, i) => `${5 * i + 5}-${5 * i + 9}`),
                '85+',
                'unknown',
              ].map((age) => `${registry},${year},${sex},all,${age},400`),
            ),
          ),
        ),
      ].join('\n'),
    };
    await load(exampleFiles(changed));
    const source = 'registry-totals-1';
    expect((await ask({ source, measure: 'CASES' })).values).toEqual([8 * 19 * 400]);
    const bySite = await ask({
      source,
      measure: 'CASES',
      by: ['SITE'],
      filter: { sites: ['all-but-skin', 'other-skin'] },
    });
    expect(
      Object.fromEntries(
        bySite.axes[0].codes.map((code: string, i: number) => [code, bySite.values[i]]),
      ),
    ).toEqual({
      'other-skin': 4,
      'all-but-skin': 8 * 19 * 400 - 4,
    });
  });
});

const shared = process.env.NODP_SHARED ?? resolve(import.meta.dirname, '../../../../../../shared');
const folder = join(shared, 'data/registry');
if (!existsSync(folder)) console.warn('test skipped: shared data without data/registry');

describe.skipIf(!existsSync(folder))(
  '157 registries of China, Cancer Incidence in Five Continents vol. XII',
  () => {
    const source = 'registry-ci5xii-china-1';
    const men = { sites: ['lung'], sexes: ['MALE'] };
    beforeAll(async () => {
      const names = readdirSync(folder).filter((name) => name.startsWith('ci5xii'));
      await load(names.map((name) => fileAt(join(folder, name))));
    }, 60_000);

    test.each([
      ['SEGI', '49.924'],
      ['CHINA2000', '49.882'],
      ['ESP2013', '117.449'],
    ])(
      'lung cancer of men, standardised by %s: %s per 100,000, as published',
      async (standard, printed) => {
        const { values, about } = await ask({
          source,
          measure: 'AGE_STANDARDISED_RATE',
          filter: men,
          standard,
        });
        expect(values[0].toFixed(3)).toBe(printed);
        expect(about.population.en).toContain('157 registries');
      },
    );

    test('every case is there, by registry, by province and by site', async () => {
      const total = async (question: object) =>
        (await ask({ source, measure: 'CASES', ...question })).values.reduce(
          (a: number, b: number) => a + b,
          0,
        );
      expect(await total({})).toBe(2_671_922);
      expect(await total({ by: ['REGISTRY'] })).toBe(2_671_922);
      expect(await total({ by: ['PROVINCE', 'SEX'] })).toBe(2_671_922);
      expect(await total({ by: ['SITE', 'AGE'] })).toBe(2_671_922);
      expect(await total({ filter: { sites: ['all-but-skin'] } })).toBe(2_645_322);
      const { axes } = await ask({ source, measure: 'CASES', by: ['PROVINCE', 'PERIOD'] });
      expect(axes[1].codes).toEqual(['2013-2017', '2014-2017', '2015-2017']);
      expect(axes[0].codes).not.toContain('UNKNOWN');
      const qidong = await ask({
        source,
        measure: 'CASES',
        by: ['REGISTRY'],
        filter: { registries: ['415600299'] },
      });
      expect(qidong.axes[0].labels[0]).toEqual({ en: 'Qidong County', zh: '启东市' });
    });
  },
);
