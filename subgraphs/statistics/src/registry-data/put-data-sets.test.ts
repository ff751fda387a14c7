import { hazardAt, lifeTableStratum } from '@nodp/biostatistics';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { principalOf } from '@nodp/graph/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileOf } from './input/files.ts';
import { lifeTables } from './life-tables.ts';
import { loadFiles } from './load-files.ts';
import { ownerWriter } from './owner-writer.ts';
import type { Writer } from './put-data-sets.ts';
import { seedLifeTables } from './seed-life-tables.ts';
import { exampleFiles, exampleLived, exampleTexts } from './testing/example.ts';

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

const inTransaction = <T>(work: (writer: Writer) => Promise<T>): Promise<T> =>
  owner.begin((sql) => work(ownerWriter(sql))) as Promise<T>;
const load = (changed: Parameters<typeof exampleFiles>[0] = {}) =>
  loadFiles(exampleFiles(changed), 'test', inTransaction);
const versions = () =>
  owner`select id, version, areas, cases, deaths, first_year, last_year from statistics.registry_data_set order by version`;

describe('a data set is stored as the next version of its id', () => {
  test('the same content is loaded once; another beside it', async () => {
    const first = await load();
    expect(first.sets).toMatchObject([
      { kind: 'REGISTRY', put: { id: 'example', version: 1, unchanged: false } },
    ]);
    expect((await load()).sets).toMatchObject([{ put: { version: 1, unchanged: true } }]);
    const cases = `${exampleTexts().cases}\nA,2016,male,liver,50-54,7`;
    expect((await load({ cases })).sets).toMatchObject([{ put: { version: 2, unchanged: false } }]);
    const [one, two] = await versions();
    expect(one).toMatchObject({
      id: 'example',
      version: 1,
      areas: 2,
      first_year: 2015,
      last_year: 2016,
    });
    expect(two).toMatchObject({ version: 2, cases: one?.cases + 7, deaths: one?.deaths });
    // The former version's rows are as they were.
    const [lived] = await owner`select ages from statistics.registry_data_person_years
      where set_id = 'example' and version = 1 and area_code = 'A' and first_year = 2015 and sex = 0`;
    expect(lived?.ages[3]).toBe(exampleLived('A', 2015, 'female', 3));
  });

  test('what has an error is not stored, nor what is checked alone', async () => {
    const before = await versions();
    const { sets, problems } = await load({
      cases: `${exampleTexts().cases}\nA,2016,male,cervix,50-54,7`,
    });
    expect([sets, problems.errors]).toEqual([[], 1]);
    const checked = await loadFiles(exampleFiles({ deaths: null }), 'test', null);
    expect(checked.sets).toMatchObject([{ put: null, read: { about: { id: 'example' } } }]);
    expect(await versions()).toEqual(before);
  });
});

describe('life tables', () => {
  const read = () =>
    db.database.session(principalOf('POLICYMAKER', null), (session) => lifeTables(session));

  test('those that ship are there until others are loaded; hazards are by sex, age and calendar time', async () => {
    await seedLifeTables(owner);
    await seedLifeTables(owner);
    const [shipped, ...others] = await read();
    expect(others).toEqual([]);
    expect(shipped).toMatchObject({ id: 'wpp2019-china', version: 1, licence: 'CC BY 3.0 IGO' });
    const nation = shipped?.tables[0];
    expect(nation?.region).toBeNull();
    const table = nation?.table;
    if (table === undefined) throw new Error('There is no table.');
    const hazard = (sex: string, age: number, date: string) =>
      hazardAt(
        table,
        lifeTableStratum(table, { sex }),
        age * 365.241,
        Date.parse(date) / 86_400_000,
      ) * 365.241;
    // World Population Prospects 2019: men of 60–64 years, 2015–2020 (mid-year to mid-year), and their neighbours.
    expect(hazard('male', 62, '2017-01-01')).toBeCloseTo(0.01385, 12);
    expect(hazard('male', 62, '2015-06-30')).toBeCloseTo(0.01574, 12);
    expect(hazard('male', 62, '2015-07-01')).toBeCloseTo(0.01385, 12);
    expect(hazard('female', 0, '2012-01-01')).toBeCloseTo(0.01069, 12);
    expect(hazard('female', 104, '2018-01-01')).toBeCloseTo(0.32875121, 12);
  });

  test('those loaded last come first; provinces stand beside the nation, each with its own ages', async () => {
    const about = exampleTexts().about.replace('example,', 'own-tables,');
    const rows = ['', '440000'].flatMap((region) =>
      ['male', 'female'].flatMap((sex) =>
        [0, 5, ...Array.from({ length: 9 }, (_, i) => (i + 1) * 10)].map(
          (age) => `${region},2020,${sex},${age},${region === '' ? 0.02 : 0.01 + age / 1e4}`,
        ),
      ),
    );
    const text = ['region,period,sex,age,mortality', ...rows].join('\n');
    const { problems, sets } = await loadFiles(
      [fileOf('about.csv', about), fileOf('life.csv', text)],
      'test',
      inTransaction,
    );
    expect(problems.told).toEqual([]);
    expect(sets).toMatchObject([{ kind: 'LIFE_TABLE', put: { version: 1 } }]);
    const [newest, shipped] = await read();
    expect([newest?.id, shipped?.id]).toEqual(['own-tables', 'wpp2019-china']);
    expect(newest?.tables.map(({ region }) => region)).toEqual([null, '440000']);
    const guangdong = newest?.tables[1]?.table;
    if (guangdong === undefined) throw new Error('There is no table.');
    expect(hazardAt(guangdong, 1, 42 * 365.241, 18_500) * 365.241).toBeCloseTo(0.014, 12);
  });
});
