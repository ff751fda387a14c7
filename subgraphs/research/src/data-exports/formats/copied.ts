import { join } from 'node:path';
import { literal } from '@nodp/warehouse';
import type { Leaving } from './format.ts';

/** Tables as they are, copied out by DuckDB: a file each, rows in the order of the person's key. */
export const copiedAs =
  (extension: string, options: string) =>
  async ({ connection, tables, signal }: Leaving, folder: string): Promise<void> => {
    for (const { name } of tables) {
      signal?.throwIfAborted();
      await connection.run(
        `copy (select * from sent_${name} order by all) to ${literal(join(folder, `${name}.${extension}`))} (${options})`,
      );
    }
  };
