import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { exampleFiles, exampleLived, exampleTexts } from '../testing/example.ts';
import { fileAt, fileOf } from './files.ts';
import { MOST_TOLD } from './problem.ts';
import { readDataSets } from './read-data-sets.ts';

const texts = exampleTexts();
const add = (text: string, row: string) => `${text}\n${row}`;

test('registries with cases, deaths and person-years by year, sex, site and age', async () => {
  const { registries, lifeTables, problems } = await readDataSets(exampleFiles());
  expect(problems.errors).toBe(0);
  expect(lifeTables).toEqual([]);
  const [set] = registries;
  expect(set?.about).toMatchObject({ id: 'example', published: true, licence: 'CC0' });
  expect(set?.areas).toMatchObject([
    { code: 'A', name: { zh: '甲县' }, province: '440000', years: { first: 2015, last: 2016 } },
    { code: 'B', province: '370000', covers: ['370100'], without: ['370102'] },
  ]);
  expect(set?.lived).toHaveLength(8);
  expect(set?.lived[0]?.ages[3]).toBe(exampleLived('A', 2015, 'female', 3));
  const lung = set?.counts.find((one) => one.site === 'lung' && one.sex === 1);
  // 50–54 years: (10 − 5) × 3; unknown age comes last.
  expect([lung?.ages[10], lung?.ages[17], lung?.ages[18]]).toEqual([15, 41, 2]);
  expect(set?.counts.filter(({ kind }) => kind === 'DEATHS')).not.toHaveLength(0);
  expect(problems.told).toMatchObject([
    {
      severity: 'REMARK',
      file: 'cases.csv',
      column: 'age',
      reason: { en: expect.stringContaining('unknown age') },
    },
  ]);
});

test('sexes, sites and ages may be written in several ways', async () => {
  const cases = `registry,period,sex,site,age,cases
A,2015,2,C33-C34,50,3
A,2015,女,c18,85+,4
A,2015,F,C91-C95,unknown,1`;
  const { registries, problems } = await readDataSets(exampleFiles({ cases, deaths: null }));
  expect(problems.told.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  expect(
    registries[0]?.counts.map(({ sex, site, ages }) => [sex, site, ages.findIndex((n) => n > 0)]),
  ).toEqual([
    [0, 'lung', 10],
    [0, 'colorectum.colon', 17],
    [0, 'leukaemia', 18],
  ]);
});

describe('what cannot be is refused by file, line and column, with how to correct it', () => {
  const row = 'A,2015,male,lung,50-54,3';
  test.each<
    [string, Parameters<typeof exampleFiles>[0], string, number | null, string | null, string]
  >([
    [
      'an unknown site',
      { cases: add(texts.cases, 'A,2015,male,lungs,50,1') },
      'cases.csv',
      0,
      'site',
      'lungs',
    ],
    [
      'a rate for a number',
      { cases: add(texts.cases, 'A,2015,male,liver,50,3.5') },
      'cases.csv',
      0,
      'cases',
      '3.5',
    ],
    [
      'fewer than none',
      { cases: add(texts.cases, 'A,2015,male,liver,50,-3') },
      'cases.csv',
      0,
      'cases',
      '-3',
    ],
    [
      'no sex',
      { cases: add(texts.cases, 'A,2015,both,liver,50,3') },
      'cases.csv',
      0,
      'sex',
      'both',
    ],
    [
      'no age group',
      { cases: add(texts.cases, 'A,2015,male,liver,53,3') },
      'cases.csv',
      0,
      'age',
      '53',
    ],
    [
      'no period',
      { cases: add(texts.cases, 'A,2016-2015,male,liver,50,3') },
      'cases.csv',
      0,
      'period',
      '2016-2015',
    ],
    ['a row twice', { cases: add(texts.cases, row) }, 'cases.csv', 0, 'age', 'given already'],
    [
      'a cancer of the other sex',
      { cases: add(texts.cases, 'A,2015,male,ovary,50,3') },
      'cases.csv',
      0,
      'sex',
      'other sex',
    ],
    [
      'a whole and its part',
      { cases: add(texts.cases, 'A,2015,male,colorectum,50,3') },
      'cases.csv',
      null,
      'site',
      'part of colorectum',
    ],
    [
      'a total below its parts',
      { cases: add(texts.cases, 'A,2015,male,all,50,3') },
      'cases.csv',
      0,
      'site',
      'fewer than the sum',
    ],
    [
      'a registry that no list has',
      { cases: add(texts.cases, 'C,2015,male,lung,50,3') },
      'cases.csv',
      0,
      'registry',
      'in no list',
    ],
    [
      'cases of another period',
      { cases: add(texts.cases, 'A,2014,male,lung,50,3') },
      'cases.csv',
      0,
      'period',
      'no person-years of the same period',
    ],
    [
      'more cases than people',
      { cases: add(texts.cases, 'A,2015,male,liver,50,30000') },
      'cases.csv',
      0,
      'age',
      'more than the',
    ],
    [
      'a row too short',
      { cases: add(texts.cases, 'A,2015,male') },
      'cases.csv',
      0,
      null,
      'another number of cells',
    ],
    [
      'an open quotation',
      { cases: add(texts.cases, '"A,2015,male,liver,50,3') },
      'cases.csv',
      null,
      null,
      'not closed',
    ],
    [
      'an age group that is missing',
      { personYears: texts.personYears.replace(/^B,2016,male,40-44,.*\n/m, '') },
      'personYears.csv',
      null,
      'age',
      'age 40-44',
    ],
    [
      'cases where nobody lived',
      { personYears: texts.personYears.replace(/^(A,2015,male,50-54),.*$/m, '$1,0') },
      'cases.csv',
      null,
      'age',
      'nobody lived',
    ],
    [
      'periods that overlap',
      { personYears: add(texts.personYears, 'A,2016-2017,male,0-4,5') },
      'personYears.csv',
      0,
      'period',
      'overlaps with 2016',
    ],
    [
      'registries of the same people',
      { registries: texts.registries.replace('440103 440104', '370000') },
      'registries.csv',
      3,
      'covers',
      'both cover 370100',
    ],
    [
      'a registry twice',
      { registries: add(texts.registries, 'A,x,x,,,') },
      'registries.csv',
      4,
      'registry',
      'given already',
    ],
    [
      'no such region',
      { registries: texts.registries.replace('370100', '3701') },
      'registries.csv',
      3,
      'covers',
      '3701',
    ],
    [
      'no description',
      { about: null },
      'registries.csv, personYears.csv, cases.csv, deaths.csv',
      null,
      null,
      'what the data set is',
    ],
    [
      'an id with blanks',
      { about: texts.about.replace('example,', 'my data,') },
      'about.csv',
      2,
      'id',
      'my data',
    ],
    ['cases alone', { personYears: null }, 'cases.csv', 2, 'period', 'no person-years'],
    ['a heading that no file has', { deaths: 'a,b\n1,2' }, 'deaths.csv', 1, null, 'a,b'],
    ['an empty file', { deaths: '' }, 'deaths.csv', 1, null, 'empty'],
    [
      'another encoding',
      { registries: texts.registries.replace('甲县', '\uFFFD\uFFFD') },
      'registries.csv',
      2,
      'name_zh',
      '\uFFFD',
    ],
  ])('%s', async (_, changed, file, line, column, reason) => {
    const { registries, problems } = await readDataSets(exampleFiles(changed));
    expect(registries).toEqual([]);
    const errors = problems.told.filter(({ severity }) => severity === 'ERROR');
    const found = errors.find((one) => one.reason.en.includes(reason));
    expect(found, JSON.stringify(errors.slice(0, 3))).toBeDefined();
    const { remedy, reason: said } = found ?? {};
    for (const words of [remedy, said]) {
      expect(words?.en).toMatch(/\.$/);
      expect(words?.zh).toMatch(/[\u4e00-\u9fff]/);
    }
    expect([found?.file, found?.column]).toEqual([file, column]);
    // 0 stands for the last line of the file.
    const text = Object.entries(changed ?? {})[0]?.[1] ?? '';
    if (line !== null) expect(found?.line).toBe(line === 0 ? text.split('\n').length : line);
  });
});

test('a part of a division that a registry leaves out may be another’s', async () => {
  const registries = texts.registries.replace('440103 440104', '370102');
  const { problems } = await readDataSets(exampleFiles({ registries }));
  expect(problems.errors).toBe(0);
});

test('later ages than the last one with people are of the open group', async () => {
  const personYears = texts.personYears.replace(/^(A,2015,male,(?:80-84|85\+)),.*$/gm, '$1,0');
  const { problems } = await readDataSets(exampleFiles({ personYears }));
  expect(problems.errors).toBe(0);
});

test('a file of nothing but faults is told in bounded length, and counted', async () => {
  const cases = [
    texts.cases,
    ...Array.from({ length: 2000 }, (_, i) => `A,2015,male,site${i},50,1`),
  ].join('\n');
  const { problems } = await readDataSets(exampleFiles({ cases }));
  expect(problems.told).toHaveLength(MOST_TOLD);
  expect(problems.errors).toBe(2000);
});

describe('files as they are published', () => {
  const list =
    'id_code,id_label,period\n415600299,"China, Qidong County",2013-2017\n999900199,"Atlantis, Coast",2015-2017';
  const population = (ages = 19) =>
    [
      'id_code,id_label,period,sex,age,py',
      ...[
        '415600299,"China, Qidong County",2013-2017',
        '999900199,"Atlantis, Coast",2015-2017',
      ].flatMap((who) =>
        [1, 2].flatMap((sex) =>
          Array.from({ length: ages }, (_, i) => `${who},${sex},${i + 1},${i === 18 ? 0 : 1000}`),
        ),
      ),
    ].join('\n');
  const cases = `id_code,sex,cancer_code,age,cases
415600299,1,21,13,7
415600299,1,62,13,7
415600299,1,63,13,7
999900199,2,13,18,2
999900199,2,62,18,2`;
  const files = (of: { population?: string; cases?: string } = {}) => [
    fileOf('cases.csv', of.cases ?? cases),
    fileOf('population.csv', of.population ?? population()),
    fileOf('list.csv', list),
  ];

  test('Cancer Incidence in Five Continents vol. XII, in any order of files', async () => {
    const { registries, problems } = await readDataSets(files());
    expect(problems.errors).toBe(0);
    const [set] = registries;
    expect(set?.about).toMatchObject({ id: 'ci5xii', published: true });
    expect(set?.areas).toMatchObject([
      { code: '415600299', name: { en: 'Qidong County', zh: '启东市' }, province: '320000' },
      {
        code: '999900199',
        name: { en: 'Coast' },
        province: null,
        years: { first: 2015, last: 2017 },
      },
    ]);
    expect(set?.counts.map(({ area, site, sex, years }) => [area, site, sex, years.first])).toEqual(
      [
        ['415600299', 'lung', 1, 2013],
        ['415600299', 'all', 1, 2013],
        ['999900199', 'colorectum.colon', 0, 2015],
        ['999900199', 'all', 0, 2015],
      ],
    );
    expect(problems.told).toMatchObject([
      {
        severity: 'REMARK',
        file: 'list.csv',
        line: 3,
        reason: { en: expect.stringContaining('Atlantis') },
      },
    ]);
  });

  test('sums that were published beside it are compared', async () => {
    const sums = (n: number) =>
      fileOf('pooled.csv', `cancer_code,cancer_label,sex,age,cases,py\n21,Lung,1,13,${n},2000`);
    const told = async (n: number) =>
      (await readDataSets([...files(), sums(n)])).problems.told.filter(
        ({ file }) => file === 'pooled.csv',
      );
    expect(await told(7)).toEqual([]);
    expect(await told(8)).toMatchObject([{ line: 2, severity: 'REMARK' }]);
  });

  test.each([
    [
      'an unknown cancer code',
      { cases: cases.replace(',21,', ',64,') },
      'cases.csv',
      2,
      'cancer_code',
    ],
    ['an age that is none', { cases: cases.replace(',13,7', ',20,7') }, 'cases.csv', 2, 'age'],
    [
      'men with a cancer of women',
      { cases: cases.replace(',1,21,', ',1,32,') },
      'cases.csv',
      2,
      'sex',
    ],
    ['an age group that is missing', { population: population(17) }, 'population.csv', 2, 'age'],
  ])('%s', async (_, of, file, line, column) => {
    const { problems } = await readDataSets(files(of));
    expect(problems.told.find(({ severity }) => severity === 'ERROR')).toMatchObject({
      file,
      line,
      column,
    });
  });

  test('World Population Prospects: the sex is in the file’s name', async () => {
    const ages = [0, 1, ...Array.from({ length: 20 }, (_, i) => (i + 1) * 5)];
    const text = [
      'country_code\tname\tage\t2010-2015\t2015-2020',
      ...ages.map((age) => `156\tChina\t${age}\t4e-04\t0.2`),
    ].join('\n');
    const { lifeTables, problems } = await readDataSets([
      fileOf('wpp2019_china_mxM.tsv', text),
      fileOf('wpp2019_china_mxF.tsv', text),
    ]);
    // A rate of 0.0004 at the oldest age is no rate per person-year.
    expect(problems.errors).toBe(2);
    expect(lifeTables).toEqual([]);
    const right = text.replaceAll('4e-04', '0.3');
    const read = await readDataSets([fileOf('mxM.tsv', right), fileOf('mxF.tsv', right)]);
    expect(read.problems.errors).toBe(0);
    expect(
      read.lifeTables[0]?.series.map(({ sex, years, firstMonth }) => [
        sex,
        years.first,
        firstMonth,
      ]),
    ).toEqual([
      [1, 2010, 7],
      [1, 2015, 7],
      [0, 2010, 7],
      [0, 2015, 7],
    ]);
    const unnamed = await readDataSets([fileOf('mortality.tsv', right)]);
    expect(unnamed.problems.told[0]).toMatchObject({
      line: 2,
      reason: { en: expect.stringContaining('which sex') },
    });
  });
});

test('a table that is known and no part of a data set is left out, and said so', async () => {
  const quality = fileOf(
    'quality.csv',
    '"year","area_type","cancer","mv","dco","mi"\n2016,"900000","101",77.44,1.14,0.5',
  );
  const { registries, problems } = await readDataSets([...exampleFiles(), quality]);
  expect(registries).toHaveLength(1);
  expect(problems.told.find(({ file }) => file === 'quality.csv')).toMatchObject({
    severity: 'REMARK',
    line: 1,
  });
});

test('a packed file is unpacked; a broken one is a problem and no crash', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-files-'));
  try {
    const packed = gzipSync(Buffer.from(texts.cases));
    await writeFile(join(folder, 'cases.csv.gz'), packed);
    const others = exampleFiles({ cases: null });
    const whole = await readDataSets([...others, fileAt(join(folder, 'cases.csv.gz'))]);
    expect(whole.problems.errors).toBe(0);
    await writeFile(join(folder, 'cases.csv.gz'), packed.subarray(0, packed.length - 40));
    const broken = await readDataSets([...others, fileAt(join(folder, 'cases.csv.gz'))]);
    expect(broken.registries).toEqual([]);
    expect(
      broken.problems.told.some(({ reason }) => reason.en.startsWith('The file cannot be read')),
    ).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});
