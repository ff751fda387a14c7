import { DuckDBInstance } from '@duckdb/node-api';
import { CDM_TABLES } from '../cdm/tables.ts';
import type { SqlConnection } from '../sql/generate.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
};

export interface Cdm extends SqlConnection {
  readonly fill: (tables: Tables) => Promise<void>;
  readonly close: () => void;
}

/** Empty tables of the model in memory, in the schema `cdm`; `fill` empties and fills them, by `table` or `cdm.table`. */
export const openCdm = async (): Promise<Cdm> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run('CREATE SCHEMA cdm');
  for (const [table, columns] of Object.entries(CDM_TABLES))
    await connection.run(
      `CREATE TABLE cdm.${table} (${columns.map((column) => column.join(' ')).join(', ')})`,
    );
  let filled: string[] = [];
  return {
    run: (statement) => connection.run(statement),
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson() as Row[],
    fill: async (tables) => {
      for (const name of filled) await connection.run(`DELETE FROM cdm.${name}`);
      filled = [];
      for (const [key, rows] of Object.entries(tables)) {
        const name = key.replace(/^cdm\./, '');
        if (!Object.hasOwn(CDM_TABLES, name)) throw new Error(`There is no table ${key}.`);
        filled.push(name);
        const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
        if (rows.length > 0)
          await connection.run(
            `INSERT INTO cdm.${name} (${columns.join(', ')}) VALUES ${rows
              .map((row) => `(${columns.map((column) => literal(row[column])).join(', ')})`)
              .join(', ')}`,
          );
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};
