import { describe, expect, test } from 'vitest';
import { fileOf } from './files.ts';
import { readDataSets } from './read-data-sets.ts';

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
