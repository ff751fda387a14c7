import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, answeredReports, type Figure, type Words } from './asked.ts';
import { csvOf, editionOf } from './pages.ts';
import { writeEdition } from './publish.ts';

const words = (en: string, zh = en): Words => ({ en, zh });
const figure = (title: string): Figure => ({
  axes: [
    {
      dimension: 'SEX',
      label: words('Sex', '性别'),
      codes: ['FEMALE', 'MALE'],
      labels: [words('female', '女'), words('male', '男')],
    },
  ],
  ...{ values: [12.345, null], lower: [10, null], upper: [15, null] },
  ...{ numerators: [1234, null], denominators: [10_000, null], states: ['SHOWN', 'SUPPRESSED'] },
  about: {
    ...{
      name: words('Rate'),
      title: words(title),
      population: words('All'),
      unit: words('per 100,000'),
    },
    ...{
      standard: null,
      interval: words('95%'),
      numerator: words('cases'),
      denominator: words('person-years'),
    },
    ...{ citation: words('NODP, release 7'), protection: words('moved') },
    ...{ sentence: words('It shows.'), limits: words('It does not.') },
  },
  notes: [words('A note.')],
});

describe('an edition', () => {
  const files = editionOf([
    {
      name: 'Year <1>',
      parts: [{ text: 'One & two\n\nthree' }, { figures: [figure('T "1"'), figure('T2')] }],
    },
  ]);

  test('has an index and each report in both languages, and each figure as CSV', () => {
    expect([...files.keys()].sort()).toEqual(
      [
        ...['en.html', 'index.html', 'zh.html', 'report-1/en.html', 'report-1/zh.html'],
        ...['report-1/figure-1.csv', 'report-1/figure-2.csv'],
      ].sort(),
    );
    expect(files.get('index.html')).toBe(files.get('zh.html'));
    expect(files.get('index.html')).toContain('report-1/zh.html');
  });

  test('what is written by people is text, never a part of the page; no script, nothing fetched', () => {
    const page = files.get('report-1/en.html') ?? '';
    expect(page).toContain('Year &#60;1&#62;');
    expect(page).toContain('<p>One &#38; two</p>\n<p>three</p>');
    expect(page).toContain('T &#34;1&#34;');
    expect(page).not.toMatch(/<script|https?:\/\//);
    expect(page).toContain("default-src 'none'");
  });

  test('a figure has its values, why one is missing, how counts are protected, and how it is cited', () => {
    const page = files.get('report-1/zh.html') ?? '';
    expect(page).toContain('12.35');
    expect(page).toContain('不显示：例数过少');
    expect(page).toContain('NODP, release 7');
    expect(page).toContain('95%下限');
    const count = { ...figure('N'), lower: [null, null], upper: [null, null] };
    const counted = editionOf([{ name: 'N', parts: [{ figures: [count] }] }]);
    expect(counted.get('report-1/zh.html')).not.toContain('95%下限');
    expect(page).toContain('href="figure-2.csv"');
  });

  test('CSV has codes, both languages and states; what a spreadsheet would run is text', () => {
    const lines = csvOf(figure('=1+1')).split('\r\n');
    expect(lines[0]).toBe("\uFEFF#,'=1+1,'=1+1");
    expect(lines[2]).toBe('Sex (code),Sex,性别,value,lower,upper,numerator,denominator,state');
    expect(lines[4]).toBe('MALE,male,男,,,,,,SUPPRESSED');
  });
});

describe('reports answered', () => {
  const asked: object[] = [];
  const ask = (async (query: string, variables: object = {}) => {
    if (query.includes('savedReports'))
      return {
        savedReports: [
          {
            name: 'Year',
            blocks: [
              { text: 'Words', questions: [] },
              {
                text: null,
                questions: [
                  JSON.stringify({ measure: 'CASES' }),
                  JSON.stringify({ measure: 'CASES', source: 'registry-x-1' }),
                ],
              },
            ],
          },
          { name: 'Other', blocks: [] },
        ],
        statisticsSources: [{ id: 'release-9' }, { id: 'release-8' }],
      };
    asked.push(variables);
    return { statistics: figure('T') };
  }) as Ask;

  test('a figure without a source is of the newest, one with a source of that', async () => {
    const reports = await answeredReports(ask, ['Year']);
    expect(reports.map(({ name, parts }) => [name, parts.length])).toEqual([['Year', 2]]);
    expect(asked).toEqual([
      { question: { source: 'release-9', measure: 'CASES' } },
      { question: { source: 'registry-x-1', measure: 'CASES' } },
    ]);
    expect(await answeredReports(ask, [])).toHaveLength(2);
  });

  test('a name that the account has not is refused with those it has', async () => {
    await expect(answeredReports(ask, ['None'])).rejects.toThrow('It has: “Year”, “Other”');
  });
});

describe('a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nodp-edition-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('has the new edition and nothing of the former', async () => {
    await writeEdition(
      folder,
      new Map([
        ['index.html', 'one'],
        ['report-2/en.html', 'gone'],
      ]),
    );
    await writeEdition(folder, new Map([['index.html', 'two']]));
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('two');
    expect(await readdir(join(folder, 'report-2'))).toEqual([]);
  });

  test('of anything else is left alone', async () => {
    const other = join(folder, 'report-2');
    await writeFile(join(other, 'letter.txt'), 'mine');
    await expect(writeEdition(other, new Map([['index.html', 'x']]))).rejects.toThrow(
      'of no edition',
    );
    expect(await readdir(other)).toEqual(['letter.txt']);
  });
});
