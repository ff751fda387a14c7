import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statistics } from '../index.ts';
import { exampleTexts } from './testing/example.ts';

let db: TestDatabase;
let ask: ReturnType<typeof askerOf>;
beforeAll(async () => {
  db = await testDatabase();
  ask = askerOf(statistics, db.database, undefined, {
    releases: createReleases({ folder: 'none' }),
  });
});
afterAll(() => db.end());

const manager = principalOf('DATA_MANAGER', null);
const texts = exampleTexts();
const files = (of: Partial<typeof texts> = {}) =>
  Object.entries({ ...texts, ...of }).map(([name, content]) => ({ name: `${name}.csv`, content }));

const load = `mutation ($files: [AggregateFileInput!]!, $checkOnly: Boolean) {
  loadAggregates(files: $files, checkOnly: $checkOnly) {
    rows errors remarks sets { id kind name { zh } version unchanged registries }
    problems { severity file line column reason { en zh } remedy { en zh } }
  } }`;
const list = `{ aggregateDataSets { id version kind name { en } source { zh } citation licence firstYear lastYear
  published registries cases deaths personYears loadedAt loadedBy newest } }`;

/** Every database has the life tables that ship with the platform. */
const registries = async () =>
  (await ask(manager, list)).data.aggregateDataSets.filter(
    ({ kind }: { kind: string }) => kind === 'REGISTRY',
  );

describe('a data manager loads aggregates of registries', () => {
  test('checked first, then stored; loaded again it is there already', async () => {
    const checked = await ask(manager, load, { files: files(), checkOnly: true });
    expect(checked.messages).toEqual([]);
    expect(checked.data.loadAggregates).toMatchObject({
      errors: 0,
      remarks: 1,
      sets: [{ id: 'example', kind: 'REGISTRY', version: null, registries: 2 }],
    });
    expect(await registries()).toEqual([]);
    const stored = await ask(manager, load, { files: files() });
    expect(stored.data.loadAggregates.sets).toEqual([
      {
        id: 'example',
        kind: 'REGISTRY',
        name: { zh: '示例登记处' },
        version: 1,
        unchanged: false,
        registries: 2,
      },
    ]);
    const again = await ask(manager, load, { files: files() });
    expect(again.data.loadAggregates.sets).toMatchObject([{ version: 1, unchanged: true }]);
  });

  test('a new version stands beside the former', async () => {
    const cases = `${texts.cases}\nB,2016,male,liver,50-54,7`;
    await ask(manager, load, { files: files({ cases }) });
    const sets = await registries();
    expect(sets).toMatchObject([
      {
        id: 'example',
        version: 2,
        newest: true,
        published: true,
        firstYear: 2015,
        lastYear: 2016,
        registries: 2,
      },
      {
        id: 'example',
        version: 1,
        newest: false,
        loadedBy: manager.accountId,
        source: { zh: '虚构' },
      },
    ]);
    const [two, one] = sets;
    expect(two.cases - one.cases).toBe(7);
    expect(two.loadedAt).toMatch(/^\d{4}-/);
  });

  test('what is wrong is told by file, line and column, in both languages, and nothing is stored', async () => {
    const cases = `${texts.cases}\nB,2016,male,cervix,50-54,7`;
    const { data } = await ask(manager, load, { files: files({ cases }) });
    expect(data.loadAggregates).toMatchObject({ errors: 1, sets: [] });
    expect(data.loadAggregates.problems[0]).toMatchObject({
      severity: 'ERROR',
      file: 'cases.csv',
      line: cases.split('\n').length,
      column: 'sex',
      reason: { en: expect.stringContaining('other sex'), zh: expect.stringContaining('另一性别') },
      remedy: { zh: '请更正性别或部位。' },
    });
    expect(await registries()).toHaveLength(2);
  });

  /** The fault, its files, and where it is told: `0` is the last line. */
  test.each<[string, Partial<typeof texts>, string, number | null, string, RegExp]>([
    [
      'areas that overlap',
      { registries: texts.registries.replace('440103 440104', '370000') },
      ...(['registries.csv', 3, 'covers', /both cover 370100/] as const),
    ],
    [
      'more cases than can be',
      { cases: `${texts.cases}\nA,2015,male,liver,50,30000` },
      ...(['cases.csv', 0, 'age', /more than the/] as const),
    ],
    [
      'fewer cases than none',
      { cases: `${texts.cases}\nA,2015,male,liver,50,-3` },
      ...(['cases.csv', 0, 'cases', /-3/] as const),
    ],
    [
      'an age group that is missing',
      { personYears: texts.personYears.replace(/^B,2016,male,40-44,.*\n/m, '') },
      ...(['personYears.csv', null, 'age', /age 40-44/] as const),
    ],
    [
      'periods that overlap',
      { personYears: `${texts.personYears}\nA,2016-2017,male,0-4,5` },
      ...(['personYears.csv', 0, 'period', /overlaps with 2016/] as const),
    ],
  ])('%s: told with the remedy, nothing stored', async (_, faulty, file, line, column, reason) => {
    const { data } = await ask(manager, load, { files: files(faulty) });
    const { errors, sets, problems } = data.loadAggregates;
    expect([errors > 0, sets]).toEqual([true, []]);
    const told = problems.find(
      (one: { severity: string; reason: { en: string } }) =>
        one.severity === 'ERROR' && reason.test(one.reason.en),
    );
    const lines = Object.entries({ ...texts, ...faulty }).map(([name, content]) => [
      `${name}.csv`,
      content.split('\n').length,
    ]);
    expect(told).toMatchObject({
      file,
      // Of what is missing the first line of its file that should have had it is told, if any.
      ...(line !== null && { line: line === 0 ? Object.fromEntries(lines)[file] : line }),
      column,
      reason: { zh: expect.stringMatching(/[\u4e00-\u9fff]/) },
      remedy: { en: expect.stringMatching(/\w/), zh: expect.stringMatching(/[\u4e00-\u9fff]/) },
    });
    expect(await registries()).toHaveLength(2);
  });

  test.each([
    ['no files', []],
    ['two of one name', [...files(), { name: 'cases.csv', content: '' }]],
    ['no name', [{ name: ' ', content: 'a' }]],
    ['too much at once', [{ name: 'a.csv', content: 'x'.repeat(13 * 1024 * 1024) }]],
  ])('%s: refused with what to do', async (_, given) => {
    const { messages } = await ask(manager, load, { files: given });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^(Give|Two|The files)/);
  });

  test('an institution’s data manager loads nothing', async () => {
    const here = principalOf('DATA_MANAGER', '01900000-0000-7000-8000-000000000001');
    const { messages } = await ask(here, load, { files: files() });
    expect(messages).toEqual([expect.stringContaining('only national accounts')]);
  });
});
