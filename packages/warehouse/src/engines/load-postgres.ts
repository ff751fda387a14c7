import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import postgres from 'postgres';
import { HELD_TABLES, READ_TABLES, type TableName } from '../schema/columns.ts';
import { columnsSql, table } from '../schema/tables.ts';
import { literal } from './literal.ts';
import { postgresDialect } from './postgres.ts';

const escaped = (value: unknown): string =>
  value === null || value === undefined
    ? '\\N'
    : String(value).replace(
        /[\\\t\n\r]/g,
        (c) => `\\${{ '\t': 't', '\n': 'n', '\r': 'r' }[c] ?? c}`,
      );

const indexes: Partial<Record<TableName, readonly string[]>> = {
  cases: ['site_group', 'person_key'],
  treatments: ['drug, person_key', 'regimen, person_key', 'kind, person_key'],
  biomarkers: ['biomarker, person_key'],
  variants: ['gene, person_key'],
  outcomes: ['person_key'],
  results: ['analyte, person_key'],
};

/**
 * Loads a release's files into the schema `warehouse`, in one transaction: readers see all of it or none.
 * @param ownerUrl of a role that may create the schema
 */
export const loadPostgres = async (
  ownerUrl: string,
  folder: string,
  release: number,
): Promise<void> => {
  const dialect = postgresDialect(release);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await sql.begin(async (tx) => {
      await tx`create schema if not exists warehouse`;
      for (const name of [...HELD_TABLES, ...READ_TABLES]) {
        const target = dialect.table(name);
        const { columns } = table(name);
        await tx.unsafe(`drop table if exists ${target}`);
        await tx.unsafe(`create table ${target} (${columnsSql(columns)})`);
        const files = join(folder, `${name}.parquet`);
        // A release of an older version lacks tables and columns that came later: they are empty, and null, in it.
        if (!existsSync(files)) continue;
        const described = await connection.runAndReadAll(
          `select column_name from (describe select * from read_parquet(${literal(files)}))`,
        );
        const there = new Set(described.getRows().map(([column]) => column));
        const sink = await tx.unsafe(`copy ${target} from stdin`).writable();
        const rows = await connection.stream(
          `select ${columns.map((c) => (there.has(c.name) ? c.name : 'null')).join(', ')} from read_parquet(${literal(files)})`,
        );
        for (;;) {
          const chunk = await rows.fetchChunk();
          if (chunk === null || chunk.rowCount === 0) break;
          const lines = chunk.getRows().map((row) => row.map(escaped).join('\t'));
          if (!sink.write(`${lines.join('\n')}\n`)) await once(sink, 'drain');
        }
        sink.end();
        await once(sink, 'finish');
        for (const by of indexes[name] ?? []) await tx.unsafe(`create index on ${target} (${by})`);
        await tx.unsafe(`analyze ${target}`);
      }
      await tx`grant usage on schema warehouse to nodp_app`;
      await tx`grant select on all tables in schema warehouse to nodp_app`;
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
    await sql.end();
  }
};
