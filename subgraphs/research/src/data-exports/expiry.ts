import { rm } from 'node:fs/promises';
import type postgres from 'postgres';
import { dataExportFile } from './files.ts';

/**
 * Deletes files whose last day is over, and those of exports that were taken back, declined or ended; the row says when.
 * @param today YYYY-MM-DD of the national calendar @returns ids of exports whose files were deleted
 */
export const deleteExpiredExports = async (
  sql: postgres.Sql,
  folder: string,
  today: string,
): Promise<string[]> => {
  await sql`update research.data_export set state = 'EXPIRED' where state = 'RELEASED' and expires_on < ${today}::date`;
  const over = await sql<{ id: string }[]>`select id from research.data_export
    where deleted_at is null and sha256 is not null and state in ('WITHDRAWN', 'DECLINED', 'REVOKED', 'EXPIRED')`;
  for (const { id } of over) {
    await rm(dataExportFile(folder, id), { force: true });
    await sql`update research.data_export set deleted_at = now() where id = ${id}`;
  }
  return over.map(({ id }) => id);
};
