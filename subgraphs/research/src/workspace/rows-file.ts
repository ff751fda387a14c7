import { chmod, rename, rm } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { protect } from '../data-exports/protect.ts';
import { makeSentTables } from '../data-exports/sent-tables.ts';
import { makeInsideTables } from './inside.ts';
import type { PrepareOrder } from './protocol.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Writes the rows that a project may see into a file of their own: generalised as an export of the same columns would be, under keys and
 * a mark of the project. Nothing else of the release is in the file.
 * @returns whether enough persons are alike that rows may be seen
 */
export const writeRowsFile = async (order: PrepareOrder): Promise<boolean> => {
  const unfinished = `${order.file}.${process.pid}.part`;
  await rm(unfinished, { force: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '2GB',
    temp_directory: `${unfinished}.spill`,
  });
  const connection = await instance.connect();
  try {
    const found = await protect(connection, order);
    if (!found.enough) return false;
    const { levels } = found.proposal;
    const tables = [
      ...(await makeSentTables(connection, { ...order, levels })),
      ...(await makeInsideTables(connection, order)),
    ];
    await connection.run(`attach '${unfinished.replaceAll("'", "''")}' as seen`);
    for (const { name, columns } of tables)
      await connection.run(
        `create table seen.${quoted(name)} as select ${columns.map(quoted).join(', ')} from sent_${name} order by all`,
      );
    await connection.run('detach seen');
    await chmod(unfinished, 0o600);
    await rename(unfinished, order.file);
    return true;
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(unfinished, { force: true });
    await rm(`${unfinished}.spill`, { force: true, recursive: true });
  }
};
