import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '@nodp/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, MOST_ROWS } from './ask.ts';
import type { Answer, AskOrder } from './protocol.ts';

let folder: string;
let file: string;
/** 400 persons with a case each: half of grade 1, of either sex; one of grade 4. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-workspace-'));
  file = join(folder, 'rows.duckdb');
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`create table cases as select hash(i) as person_key, case when i % 2 = 0 then 'FEMALE' else 'MALE' end as sex,
    i * 3 as survival_days, 'lung' as site_group from range(400) t(i)`);
  await connection.run(`copy (select i::integer as person_key, case when i = 0 then '4' when i % 2 = 0 then '1' when i % 3 = 0 then '2' end as grade,
    2000 + i % 5 as diagnosis_year, i % 4 = 0 as died, case when i < 100 then 'liver' else 'lung' end as site_group, i as secret_column
    from range(400) t(i)) to ${literal(join(folder, 'cases.parquet'))}`);
  connection.closeSync();
  instance.closeSync();
});
afterAll(() => rm(folder, { recursive: true }));

const orderOf = (sql: string, more: Partial<AskOrder> = {}): AskOrder => ({
  ...{ kind: 'ask', sql, rows: { file, tables: ['cases'] } },
  counted: {
    ...{ folder, sites: [] },
    tables: { cases: { grade: 'text', diagnosis_year: 'integer', died: 'boolean' } },
  },
  ...more,
});
const answerOf = (sql: string, more: Partial<AskOrder> = {}): Promise<Answer> =>
  ask(orderOf(sql, more));
const refusalOf = async (sql: string, more: Partial<AskOrder> = {}) => {
  const answer = await answerOf(sql, more);
  expect(answer.kind).toBe('refused');
  const { words } = answer as Extract<Answer, { kind: 'refused' }>;
  expect(words.zh).toMatch(/[\u4e00-\u9fff]/);
  return words.en;
};
const rowsOf = async (sql: string) => {
  const answer = await answerOf(sql);
  expect(answer).toMatchObject({ kind: 'rows' });
  return (answer as Extract<Answer, { kind: 'rows' }>).rows;
};
/** Persons by cell, exact: what disclosure control is handed. */
const personsOf = async (sql: string, more: Partial<AskOrder> = {}) => {
  const answer = await answerOf(sql, more);
  expect(answer).toMatchObject({ kind: 'persons' });
  const { axes, cells } = answer as Extract<Answer, { kind: 'persons' }>;
  return {
    axes,
    cells: Object.fromEntries(
      cells.map(({ at, persons }) => [
        at.map((i, axis) => axes[axis]?.[i]).join('/'),
        persons.length,
      ]),
    ),
  };
};

describe('rows', () => {
  test.each([
    ['select count(*) from cases', [['400']]],
    [
      'select sex, max(survival_days) as most from cases c group by sex order by 1',
      [
        ['FEMALE', '1194'],
        ['MALE', '1197'],
      ],
    ],
    [
      `with f as (select * from cases where sex = 'FEMALE') select count(*) from f join cases using (person_key)`,
      [['200']],
    ],
    [
      'select count(*) from cases where survival_days = (select max(survival_days) from cases)',
      [['1']],
    ],
    [
      'select rank from (select rank() over (order by survival_days desc) as rank from cases) where rank < 3 order by rank',
      [['1'], ['2']],
    ],
    [
      `select case when true then 'a' end as a, 1.50 as b, null as c, cast('7' as integer) as d`,
      [['a', '1.50', null, '7']],
    ],
    ['select 1 union select 2 order by 1', [['1'], ['2']]],
    ['select x from range(3) t(x)', [['0'], ['1'], ['2']]],
    [`select count(*) from cases where sex like 'F%' and survival_days between 0 and 30`, [['6']]],
    [
      'select round(avg(survival_days), 1), quantile_cont(survival_days, 0.5) from cases',
      [['598.5', '598.5']],
    ],
    ['values (1)', [['1']]],
    ['select sex, survival_days from cases order by all limit 1', [['FEMALE', '0']]],
    ['from cases select count(*)', [['400']]],
  ])('%s', async (sql, expected) => {
    expect(await rowsOf(sql)).toEqual(expected);
  });

  test('many are cut, a long value too, and nothing endless is held', async () => {
    const answer = await answerOf('select x from range(1000000000000) t(x)');
    expect(answer).toMatchObject({ kind: 'rows', truncated: true });
    expect((answer as Extract<Answer, { kind: 'rows' }>).rows).toHaveLength(MOST_ROWS);
  });

  test('what needs more memory than it may have is told so', async () => {
    expect(
      await refusalOf(
        `with recursive r as (select 'xxxxxxxx' as x union all select x || x from r) select max(length(x)) from r`,
      ),
    ).toMatch(/Out of Memory|memory/i);
  });
});

describe('persons to be counted', () => {
  test('by a column, in all its values', async () => {
    const { axes, cells } = await personsOf(
      'select grade, count(distinct person_key) as n from cases group by grade',
    );
    expect(axes).toEqual([['1', '2', '4', null]]);
    expect(cells).toEqual({ '1': 199, '2': 67, '4': 1, '': 133 });
  });
  test('the values of a group are those of everybody, whoever meets the condition', async () => {
    const { axes, cells } = await personsOf(
      `select grade, died, count(distinct person_key) from cases where diagnosis_year = 2001 and not (grade = '1' or died) group by all`,
    );
    expect(axes).toEqual([
      ['1', '2', '4', null],
      ['false', 'true'],
    ]);
    expect(Object.keys(cells).every((cell) => cell.endsWith('false'))).toBe(true);
  });
  test.each([
    ['grade is null', 133],
    ['grade is not null', 267],
    [`grade in ('1', '4')`, 200],
    [`grade not in ('1', '4')`, 67],
    ['diagnosis_year between 2001 and 2002', 160],
    ['died', 100],
    ['died = true', 100],
    ['diagnosis_year > 2003.5', 80],
    ['cases.diagnosis_year >= 2004 or died', 160],
    [`grade <> '''; select 1 --'`, 267],
  ])('where %s: %i', async (where, n) => {
    const { cells } = await personsOf(
      `select count(distinct person_key) from cases where ${where}`,
    );
    expect(cells['']).toBe(n);
  });
  test('parts that are joined or excluded are handed over by themselves', async () => {
    const answer = await answerOf(
      `select count(distinct person_key) from cases where (died or grade = '4') and diagnosis_year <> 2003 and diagnosis_year > 1999`,
    );
    const { parts } = answer as Extract<Answer, { kind: 'persons' }>;
    expect(parts.map(({ length }) => length)).toEqual([100, 1, 80]);
  });
  test('of granted sites alone', async () => {
    const counted = {
      ...(orderOf('').counted as NonNullable<AskOrder['counted']>),
      sites: ['liver'],
    };
    const { cells } = await personsOf('select count(distinct person_key) from cases', {
      ...{ counted, rows: null },
    });
    expect(cells['']).toBe(100);
  });
});

describe('what is refused, with the reason', () => {
  test.each([
    ['select grade from cases', 'granted for counts'],
    ['select avg(diagnosis_year) from cases', 'no column granted here'],
    ['select grade, count(*) from cases group by 1', 'An expression'],
    [
      'select secret_column, count(distinct person_key) from cases group by 1',
      'secret_column is no column',
    ],
    [
      'select grade, count(distinct person_key) from cases group by grade having count(*) = 1',
      'having',
    ],
    ['select grade, count(distinct person_key) from cases group by grade limit 1', 'limit'],
    [
      `select grade, count(distinct person_key) filter (where grade = '1') from cases group by grade`,
      'An expression',
    ],
    [
      `select count(distinct person_key) as n, count(distinct person_key) from cases where grade = '1'`,
      'once',
    ],
    ['select count(distinct person_key) from cases where grade = 1', 'its type'],
    [
      'select count(distinct person_key) from cases where cast(grade as integer) = 1',
      'An expression',
    ],
    ['select count(distinct person_key) from cases where grade::int > 0', 'An expression'],
    [
      `select count(distinct person_key) from cases where case when grade = '3' then 1 / 0 end = 1`,
      'An expression',
    ],
    ['select count(distinct person_key) from cases where grade = grade', 'its type'],
    [
      'select count(distinct person_key) from cases where diagnosis_year in (select 1)',
      'A condition',
    ],
    [
      'select count(distinct person_key) from cases where grade is not null and person_key = 5',
      'person_key is no column',
    ],
    [`select count(distinct person_key) from cases where grade like '1%'`, 'A condition'],
    ['select count(distinct person_key) from cases c, cases d where c.died', ''],
    ['select site_group from nowhere', 'no table nowhere'],
    ['select nothing from cases', 'nothing'],
    ['selec 1', 'cannot be read'],
    ['select 1; select 2', 'one statement'],
    ['', 'one statement'],
    [`select '${'x'.repeat(5000)}'`, '4000 signs'],
    [
      `select ${'('.repeat(200)}1${')'.repeat(200)} + ${Array(100).fill('(1 + ').join('')}1${')'.repeat(100)}`,
      'deep',
    ],
    [`select ${Array.from({ length: 61 }, (_, i) => `${i} as x${i}`).join(', ')}`, '60 columns'],
  ])('%s', async (sql, reason) => {
    expect(await refusalOf(sql)).toContain(reason);
  });

  test('without columns for counts or rows', async () => {
    expect(await refusalOf('select 1 from cases', { rows: null, counted: null })).toContain(
      'No column',
    );
  });
});

/** Each reaches for a file, the network, a setting, the catalogue, or what multiplies itself. */
const ATTACKS = [
  `select * from read_csv('/etc/passwd')`,
  `select * from read_text('/etc/passwd')`,
  `from read_blob('/etc/hostname')`,
  `select * from '/etc/passwd'`,
  `select * from "cases.parquet"`,
  `select * from glob('/**')`,
  `select * from parquet_scan('x.parquet')`,
  `select * from sniff_csv('/etc/passwd')`,
  `select * from 'https://example.org/x.parquet'`,
  `copy cases to '/tmp/leaked.csv'`,
  `copy (select 1) to '/tmp/leaked.csv'`,
  `attach '/tmp/leaked.db'`,
  'install httpfs',
  'load httpfs',
  'pragma database_list',
  `set memory_limit = '99GB'`,
  'reset lock_configuration',
  `export database '/tmp/leaked'`,
  'create table t as select 1',
  'insert into cases select * from cases',
  'delete from cases',
  'drop table cases',
  'describe cases',
  'show tables',
  'explain select 1',
  'call pragma_version()',
  'checkpoint',
  `select getenv('HOME')`,
  `select current_setting('memory_limit')`,
  'select current_database()',
  'select version()',
  'select * from duckdb_settings()',
  'select * from duckdb_tables',
  'select * from duckdb_secrets()',
  'select * from information_schema.tables',
  'select * from sqlite_master',
  'select * from pg_catalog.pg_class',
  'select * from main.cases',
  'with a as (select * from duckdb_tables), duckdb_tables as (select 1) select * from a',
  'select * from (with duckdb_views as (select 1) select * from duckdb_views)',
  'select (with x as (select 1) select 1), y.* from x y',
  `select * from query('select 1')`,
  `select * from query_table('cases')`,
  `select * from pragma_table_info('cases')`,
  `select nextval('s')`,
  `select columns('.*') from cases`,
  'select list_transform([1], x -> x) from cases',
  `select repeat('x', 1000000000)`,
  `select lpad('x', 1000000000, 'y')`,
  'select list(person_key) from cases',
  `select string_agg(sex) from cases`,
  `select error('x')`,
  `select setseed(0.5)`,
  'from (pivot cases on sex using count(*))',
  'from (describe cases)',
  'select * from cases at (version => 1)',
  'prepare p as select 1',
  'select $1',
  'select ? from cases',
  'select main.count(*) from cases',
  `select json_serialize_sql('select 1')`,
  `select json_execute_serialized_sql('x')`,
  `from json_execute_serialized_sql('x')`,
  'select cases from cases',
  `select struct_pack(a := 1)`,
  `select {'a': 1}`,
  `select [1, 2, 3]`,
  `select make_timestamp(1)`,
];

describe('attack: nothing but granted columns is reached', () => {
  test.each(ATTACKS)('%s', async (sql) => {
    const before = await readdir('/tmp');
    const answer = await answerOf(sql);
    const said = JSON.stringify(answer);
    // A row of a granted table as one value tells no more than its columns.
    if (sql !== 'select cases from cases') expect(answer.kind).toBe('refused');
    expect(said).not.toMatch(/root:|secret_column/);
    expect(said).not.toContain(folder);
    const leaked = (names: readonly string[]) => names.filter((name) => name.startsWith('leaked'));
    expect(leaked(await readdir('/tmp'))).toEqual(leaked(before));
  });

  test('DuckDB itself is closed, were a function forgotten in the list', async () => {
    const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    await connection.run('set enable_external_access = false');
    await connection.run('set lock_configuration = true');
    for (const sql of ATTACKS.filter((one) =>
      /read_|glob|'\/etc|attach|install|memory_limit = |copy/.test(one),
    ))
      await expect(connection.run(sql), sql).rejects.toThrow();
    await expect(connection.run('set enable_external_access = true')).rejects.toThrow();
    connection.closeSync();
    instance.closeSync();
  });
});
