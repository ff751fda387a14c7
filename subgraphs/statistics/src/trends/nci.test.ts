import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { loadFiles, ownerWriter, statistics } from '../index.ts';
import { fileOf } from '../registry-data/input/files.ts';

const shared = process.env.NODP_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const [sample, published] = [
  join(shared, 'data/survival/joinpoint_sample_input.csv'),
  join(shared, 'data/survival/05_joinpoint_NCI_published.csv'),
];
const there = existsSync(sample) && existsSync(published);
if (!there) console.warn('test skipped: shared data without the sample of NCI Joinpoint');

const rowsOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','));
const AGES = Array.from({ length: 18 }, (_, i) => (i === 17 ? '85+' : `${5 * i}-${5 * i + 4}`));
/** Weight of 60–64 in Segi's standard: the one age that has cases here. */
const WEIGHT = 0.04;

/** Counts whose age-standardised rates and standard errors are those of the sample, each of its sexes a registry. */
const files = () => {
  const [lived, cases]: [string[], string[]] = [[], []];
  for (const [sex, year, rate, se] of rowsOf(sample)) {
    const count = Math.round((Number(rate) / Number(se)) ** 2);
    const years = (WEIGHT * count * 1e5) / Number(rate);
    for (const age of AGES)
      lived.push(`${sex},${year},male,${age},${age === '60-64' ? years : 100_000}`);
    cases.push(`${sex},${year},male,colorectum.colon,60-64,${count}`);
  }
  return [
    fileOf(
      'about.csv',
      'id,name_en,name_zh,source_en,source_zh,citation,licence,published\nnci,Sample,示例,NCI,NCI,Joinpoint sample,public,yes',
    ),
    fileOf(
      'registries.csv',
      ['registry,name_en,name_zh,province', 'Both,B,合,', 'Female,F,女,', 'Male,M,男,'].join('\n'),
    ),
    fileOf('lived.csv', ['registry,period,sex,age,person_years', ...lived].join('\n')),
    fileOf('cases.csv', ['registry,period,sex,site,age,cases', ...cases].join('\n')),
  ];
};

describe.skipIf(!there)('joined trends through the graph beside NCI Joinpoint', () => {
  test('colorectal cancer 1975–2009: joins, yearly changes to two decimals, which are more than chance', async () => {
    await using db = await testDatabase();
    const owner = postgres(db.ownerUrl, { max: 1 });
    const { problems } = await loadFiles(
      files(),
      'test',
      (work) => owner.begin((sql) => work(ownerWriter(sql))) as never,
    );
    await owner.end();
    expect(problems.told.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    const ask = askerOf(statistics, db.database, undefined, {
      releases: createReleases({ folder: 'none' }),
    });
    const { data, messages } = await ask(
      principalOf('POLICYMAKER', null),
      `query ($question: StatisticsQuestionInput!) { statistics(question: $question) {
        trends { codes joins segments { percent pValue } } } }`,
      {
        question: {
          ...{ source: 'registry-nci-1', measure: 'JOINPOINT', by: ['REGISTRY', 'YEAR'] },
          ...{ joins: 3, filter: { sexes: ['MALE'], registries: ['Both', 'Male'] } },
        },
      },
    );
    expect(messages).toEqual([]);
    const { trends } = data.statistics;
    expect(trends).toHaveLength(2);
    for (const { codes, joins, segments } of trends) {
      const printed = rowsOf(published).filter(([sex]) => sex === codes[0]);
      expect(joins).toEqual(printed.slice(1).map(([, , from]) => Number(from)));
      for (const [i, { percent, pValue }] of segments.entries()) {
        const [, , , , apc, significant] = printed[i] as string[];
        expect(percent.toFixed(2)).toBe(Number(apc).toFixed(2));
        expect(pValue < 0.05 ? '1' : '0').toBe(significant);
      }
    }
  });
});
