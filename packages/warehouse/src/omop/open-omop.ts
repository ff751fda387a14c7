import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { SqlConnection } from '@nodp/circe/sql';
import { literal } from '../engines/literal.ts';
import { columnsSql, table } from '../schema/tables.ts';
import { CODES, type OwnCode, omopStatements } from './statements.ts';

const READ = ['cases', 'treatments', 'biomarkers'] as const;

export interface Omop extends SqlConnection {
  readonly close: () => void;
}

/**
 * A release as tables of the OMOP Common Data Model 5.4, for circe's cohorts to be generated on: in memory, in the schema `cdm`.
 * Its rows are a release's: who may not read those may not be handed this.
 *
 * @param folder of the release
 */
export const openOmop = async (folder: string): Promise<Omop> => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows: SqlConnection['rows'] = async (query) =>
    (await connection.runAndReadAll(query)).getRowObjectsJson();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    for (const name of READ) {
      const { columns } = table(name);
      const known = columns.map((column) => literal(column.name)).join(', ');
      await connection.run(`CREATE TABLE ${name} (${columnsSql(columns)})`);
      await connection.run(
        `INSERT INTO ${name} BY NAME SELECT columns(c -> c IN (${known})) FROM read_parquet(${literal(join(folder, `${name}.parquet`))})`,
      );
    }
    await connection.run('SET enable_external_access = false');
    const codes = (await rows(CODES)) as unknown as OwnCode[];
    for (const statement of omopStatements(codes)) await connection.run(statement);
  } catch (error) {
    close();
    throw error;
  }
  return { run: (statement) => connection.run(statement), rows, close };
};
