import { describe, expect, test } from 'vitest';
import { exampleFiles, exampleTexts } from '../testing/example.ts';
import { readDataSets } from './read-data-sets.ts';

const texts = exampleTexts();
const add = (text: string, row: string) => `${text}\n${row}`;

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
