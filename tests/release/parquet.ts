import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '@nodp/warehouse';

/** Rows of a released file, as a test reads them. */
export const readParquet = async (
  folder: string,
  table: string,
  rest = '',
): Promise<Record<string, unknown>[]> => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const file = literal(join(folder, `${table}.parquet`));
    const read = await connection.runAndReadAll(`select * from read_parquet(${file}) ${rest}`);
    return read.getRowObjects() as Record<string, unknown>[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
