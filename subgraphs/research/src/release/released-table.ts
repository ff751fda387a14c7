import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '@nodp/warehouse';

/** A file of a release. */
export interface ReleasedTable {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  /** Of the file. */
  readonly sha256: string;
}

/** Of a file, in hexadecimal digits. */
export const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

/** One checksum for all files. */
export const checksumOf = (tables: readonly Pick<ReleasedTable, 'name' | 'sha256'>[]): string => {
  const lines = tables.map(({ name, sha256: sum }) => `${sum}  ${name}.parquet\n`);
  return createHash('sha256').update(lines.sort().join('')).digest('hex');
};

export const tableOf = async (
  connection: DuckDBConnection,
  folder: string,
  name: string,
): Promise<ReleasedTable> => {
  const file = join(folder, `${name}.parquet`);
  const read = await connection.runAndReadAll(
    `select count(*) from read_parquet(${literal(file)})`,
  );
  const rows = Number(read.getRows()[0]?.[0]);
  return { name, rows, bytes: (await stat(file)).size, sha256: await sha256Of(file) };
};
