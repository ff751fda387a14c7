import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBPreparedStatement,
} from '@duckdb/node-api';
import type { Dialect } from '@nodp/cohorts/engine';
import { LRUCache } from 'lru-cache';
import { HELD_TABLES, READ_TABLES } from '../schema/columns.ts';
import { columnsSql, table } from '../schema/tables.ts';
import type { Compiled, Engine } from './engine.ts';
import { literal } from './literal.ts';

const duckdbDialect: Dialect = { name: 'duckdb', table: (name) => name };

const remembered = 100;

interface Lane {
  readonly connection: DuckDBConnection;
  readonly prepared: LRUCache<string, DuckDBPreparedStatement>;
  busy: Promise<unknown>;
  waiting: number;
}

const lane = (connection: DuckDBConnection): Lane => ({
  connection,
  // Statements of a lane run one after another: none is destroyed while it runs.
  prepared: new LRUCache({ max: remembered, dispose: (statement) => statement.destroySync() }),
  busy: Promise.resolve(),
  waiting: 0,
});

const prepare = async ({ connection, prepared }: Lane, text: string) => {
  let statement = prepared.get(text);
  if (statement === undefined) {
    statement = await connection.prepare(text);
    prepared.set(text, statement);
  }
  return statement;
};

const bound = async (at: Lane, { text, parameters }: Compiled) => {
  const statement = await prepare(at, text);
  parameters.forEach((value, i) => {
    if (typeof value === 'number') statement.bindInteger(i + 1, value);
    else statement.bindVarchar(i + 1, value);
  });
  return statement;
};

const columnsOf = async (at: Lane, plan: Compiled): Promise<unknown[][]> => {
  const reader = await (await bound(at, plan)).runAndReadAll();
  return reader
    .getColumns()
    .map((column) => column.map((value) => (typeof value === 'bigint' ? Number(value) : value)));
};

/** Chunk by chunk out of the vectors: no value becomes an object on its way. */
const integersOf = async (at: Lane, plan: Compiled): Promise<Int32Array[]> => {
  const result = await (await bound(at, plan)).run();
  const chunks = await result.fetchAllChunks();
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  return Array.from({ length: result.columnCount }, (_, column) => {
    const values = new Int32Array(rows);
    let row = 0;
    for (const chunk of chunks) {
      const vector = chunk.getColumnVector(column);
      for (let i = 0; i < vector.itemCount; i++) values[row++] = vector.getItem(i) as number;
    }
    return values;
  });
};

/**
 * A release's files read into memory (what criteria ask) and kept open, on a few connections with their
 * statements prepared. A statement uses all cores, so two at once are enough to keep them busy.
 *
 * @param folder of the release, with `cases.parquet` and its like
 */
export const openDuckdb = async (folder: string): Promise<Engine> => {
  const threads = String(availableParallelism());
  const instance = await DuckDBInstance.create(':memory:', { threads });
  const first = await instance.connect();
  try {
    for (const name of HELD_TABLES) {
      const file = literal(join(folder, `${name}.parquet`));
      const { columns } = table(name);
      await first.run(`create table ${name} (${columnsSql(columns)})`);
      // A release of an older version lacks columns that came later: they are null in it.
      const known = columns.map((column) => literal(column.name)).join(', ');
      // One of a version that did not have the table has none of its rows.
      if (!existsSync(join(folder, `${name}.parquet`))) continue;
      await first.run(
        `insert into ${name} by name select columns(c -> c in (${known})) from read_parquet(${file})`,
      );
    }
    const read = READ_TABLES.map((name) => ({ name, path: join(folder, `${name}.parquet`) }));
    const paths = read.map(({ path }) => path).filter(existsSync);
    await first.run(`set allowed_paths = [${paths.map(literal).join(', ')}]`);
    for (const { name, path } of read) {
      const { columns } = table(name);
      if (paths.includes(path))
        await first.run(
          `create view ${name} as select ${columns.map((c) => c.name).join(', ')} from read_parquet(${literal(path)})`,
        );
      else await first.run(`create table ${name} (${columnsSql(columns)})`);
    }
    // What was read belongs to this release alone: nothing else is ever reached from here.
    await first.run('set enable_external_access = false');
  } catch (error) {
    first.closeSync();
    instance.closeSync();
    throw error;
  }
  const lanes = [lane(first), lane(await instance.connect())];
  const inLane = async <T>(work: (at: Lane) => Promise<T>): Promise<T> => {
    const at = lanes.reduce((a, b) => (b.waiting < a.waiting ? b : a));
    at.waiting++;
    const answer = at.busy.then(() => work(at));
    at.busy = answer.catch(() => {});
    try {
      return await answer;
    } finally {
      at.waiting--;
    }
  };
  return {
    dialect: duckdbDialect,
    columns: (plan) => inLane((at) => columnsOf(at, plan)),
    integers: (plan) => inLane((at) => integersOf(at, plan)),
    close: async () => {
      await Promise.all(lanes.map(({ busy }) => busy));
      for (const { connection, prepared } of lanes) {
        prepared.clear();
        connection.closeSync();
      }
      instance.closeSync();
    },
  };
};
