import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { literal } from '@nodp/warehouse/literal';
import { type CountPlan, countPlanOf } from './counting.ts';
import type { Answer, AskOrder, FoundPersons, FoundRows, Refused, Shown } from './protocol.ts';
import {
  checkStatement,
  LONGEST_STATEMENT,
  type Part,
  RefusedStatement,
  selectOf,
} from './statement.ts';

/** Rows and columns shown at most, and signs of one value. */
export const MOST_ROWS = 1000;
const MOST_COLUMNS = 60;
const LONGEST_VALUE = 1000;
/** Values by which a column can be grouped, and cells of an answer. */
const MOST_VALUES = 200;
const MOST_CELLS = 2000;

/** One core, little memory, nothing spilt, nothing loaded; files are closed once what is granted is open. */
const LIMITS = {
  memory_limit: '512MB',
  threads: '1',
  temp_directory: '',
  autoload_known_extensions: 'false',
  autoinstall_known_extensions: 'false',
} as const;

/** Opens a file under the limits of a statement. */
export const within = async <T>(
  file: string,
  options: Readonly<Record<string, string>>,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> => {
  const instance = await DuckDBInstance.create(file, { ...LIMITS, ...options });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

/** Closes files and settings to what is asked. */
export const lock = async (connection: DuckDBConnection): Promise<void> => {
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
};

const shown = (value: unknown): Shown =>
  value === null || value === undefined ? null : String(value).slice(0, LONGEST_VALUE);

const parse = (text: string): Promise<Part> =>
  within(':memory:', {}, async (connection) => {
    await lock(connection);
    const read = await connection.runAndReadAll('select json_serialize_sql($1::varchar)', [text]);
    return selectOf(JSON.parse(String(read.getRows()[0]?.[0])));
  });

const rowsOf = (sql: string, file: string): Promise<FoundRows> =>
  within(file, { access_mode: 'READ_ONLY' }, async (connection) => {
    await lock(connection);
    const result = await connection.stream(sql);
    const columns = result
      .deduplicatedColumnNames()
      .map((name, i) => ({ name, type: String(result.columnType(i)) }));
    if (columns.length > MOST_COLUMNS)
      throw new RefusedStatement({
        en: `Ask ${MOST_COLUMNS} columns at most.`,
        zh: `最多查询${MOST_COLUMNS}列。`,
      });
    const rows: Shown[][] = [];
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      for (const row of chunk.getRows()) rows.push(row.map(shown));
      if (rows.length > MOST_ROWS) break;
    }
    const truncated = rows.length > MOST_ROWS;
    return { kind: 'rows', columns, rows: rows.slice(0, MOST_ROWS), truncated };
  });

const axisOf = async (connection: DuckDBConnection, column: string): Promise<Shown[]> => {
  const read = await connection.runAndReadAll(
    `select distinct c.${column} as v from asked c order by v nulls last limit ${MOST_VALUES + 1}`,
  );
  const values = read.getRows().map(([value]) => shown(value));
  if (values.length > MOST_VALUES)
    throw new RefusedStatement({
      en: `${column} has more than ${MOST_VALUES} values: it cannot be grouped by for counts.`,
      zh: `${column}的取值超过${MOST_VALUES}个，不能用于计数分组。`,
    });
  return values;
};

/** Everybody of the sites that are granted, in the columns that are. */
const openAsked = async (
  connection: DuckDBConnection,
  { folder, tables, sites }: NonNullable<AskOrder['counted']>,
  { table }: CountPlan,
): Promise<void> => {
  const [file, cases] = [table, 'cases'].map((name) => join(folder, `${name}.parquet`)) as [
    string,
    string,
  ];
  if (!existsSync(file))
    throw new RefusedStatement({
      en: `The release has no table ${table}.`,
      zh: `该发布版没有表${table}。`,
    });
  await connection.run(`set allowed_paths = [${literal(file)}, ${literal(cases)}]`);
  const columns = Object.keys(tables[table] ?? {}).map((name) => `c.${name}`);
  const of = sites.map(literal).join(', ');
  const restricted =
    sites.length === 0
      ? ''
      : table === 'cases'
        ? `where c.site_group in (${of})`
        : `where c.person_key in (select s.person_key from read_parquet(${literal(cases)}) s where s.site_group in (${of}))`;
  await connection.run(
    `create view asked as select ${['c.person_key', ...columns].join(', ')} from read_parquet(${literal(file)}) c ${restricted}`,
  );
};

const personsOf = (
  plan: CountPlan,
  counted: NonNullable<AskOrder['counted']>,
): Promise<FoundPersons> =>
  within(':memory:', {}, async (connection) => {
    await openAsked(connection, counted, plan);
    await lock(connection);
    const axes: Shown[][] = [];
    for (const column of plan.groups) axes.push(await axisOf(connection, column));
    if (axes.reduce((product, { length }) => product * length, 1) > MOST_CELLS)
      throw new RefusedStatement({
        en: `The answer would have more than ${MOST_CELLS} cells. Group by fewer columns.`,
        zh: `结果超过${MOST_CELLS}个单元格，请减少分组。`,
      });
    const groups = plan.groups.map((column) => `c.${column}`);
    const result = await connection.runAndReadAll(
      `select distinct ${[...groups, 'c.person_key'].join(', ')} from asked c ${plan.where === null ? '' : `where ${plan.where}`}`,
    );
    const cells = new Map<string, { at: number[]; persons: number[] }>();
    const places = axes.map((values) => new Map(values.map((value, i) => [value, i])));
    for (const row of result.getRows()) {
      const at = places.map((place, i) => place.get(shown(row[i])) ?? 0);
      const key = at.join();
      const cell = cells.get(key) ?? { at, persons: [] };
      cells.set(key, cell);
      cell.persons.push(Number(row.at(-1)));
    }
    const found = [...cells.values()].map(({ at, persons }) => ({
      at,
      persons: Int32Array.from(persons),
    }));
    const parts: Int32Array[] = [];
    for (const part of plan.parts) {
      const met = await connection.runAndReadAll(
        `select distinct c.person_key from asked c where ${part}`,
      );
      parts.push(Int32Array.from(met.getRows(), ([person]) => Number(person)));
    }
    return { kind: 'persons', plan, axes, cells: found, parts };
  });

/** DuckDB's words without its hints at other names, which may be of things that are not granted. */
const wordsOf = (error: unknown): string =>
  String((error as Error).message ?? error)
    .split(/\n\n?(?:Did you mean|LINE|Candidate bindings)/)[0]
    ?.slice(0, 600) ?? '';

/** Answers a statement: by rows where what it reads was granted as rows, else by persons to be counted. */
export const ask = async ({ sql, rows, counted }: AskOrder): Promise<Answer> => {
  try {
    if (sql.length > LONGEST_STATEMENT)
      throw new RefusedStatement({
        en: `A statement has ${LONGEST_STATEMENT} signs at most.`,
        zh: `语句最多${LONGEST_STATEMENT}个字符。`,
      });
    const node = await parse(sql);
    const byRows = rows === null ? null : await tryRows(sql, node, rows);
    if (byRows?.kind === 'rows') return byRows;
    if (counted === null || Object.keys(counted.tables).length === 0)
      return (
        byRows ?? {
          kind: 'refused',
          words: { en: 'No column was granted.', zh: '未获准任何数据项。' },
        }
      );
    const from = String((node.from_table as Part | undefined)?.table_name ?? '').toLowerCase();
    // What stands in the way of rows is not said of a table that has none.
    const onlyCounted = from in counted.tables && !rows?.tables.includes(from);
    return await tryCounts(node, counted, onlyCounted ? null : byRows);
  } catch (error) {
    if (error instanceof RefusedStatement) return { kind: 'refused', words: error.words };
    throw error;
  }
};

const tryRows = async (
  sql: string,
  node: Part,
  { file, tables }: NonNullable<AskOrder['rows']>,
): Promise<FoundRows | Refused> => {
  try {
    checkStatement(node, new Set(tables));
    return await rowsOf(sql, file);
  } catch (error) {
    if (error instanceof RefusedStatement) return { kind: 'refused', words: error.words };
    const said = wordsOf(error);
    return {
      kind: 'refused',
      words: { en: `DuckDB: ${said}`, zh: `DuckDB：${said}` },
    };
  }
};

const tryCounts = async (
  node: Part,
  counted: NonNullable<AskOrder['counted']>,
  byRows: Refused | null,
): Promise<Answer> => {
  let plan: CountPlan;
  try {
    plan = countPlanOf(node, counted.tables);
  } catch (error) {
    if (!(error instanceof RefusedStatement)) throw error;
    const both = byRows === null ? [error.words] : [byRows.words, error.words];
    return {
      kind: 'refused',
      words: {
        en: both.map(({ en }) => en).join('\n'),
        zh: both.map(({ zh }) => zh).join('\n'),
      },
    };
  }
  return personsOf(plan, counted);
};
