import { auditOperator, PlatformError, runningOwnerUrl } from '@nodp/database';
import type { BackupRecord } from '@nodp/database/backup';
import postgres from 'postgres';

const withOwner = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

/** The backup in the platform's own list, for who watches it, and in the access audit. */
export const recordBackup = (
  ownerUrl: string,
  record: BackupRecord,
  bytes: number,
): Promise<void> =>
  withOwner(ownerUrl, async (sql) => {
    await auditOperator(sql, 'nodp backup', { backup: record.id });
    await sql`insert into basic.backup (id, made_by, moment, bytes)
      values (${record.id}, 'PLATFORM', ${record.moment}, ${bytes})`;
  });

/** What a trial restore came to, where the platform that was backed up is running and knows the backup. */
export const recordTrial = async (
  home: string,
  id: string,
  problem: string | null,
): Promise<void> => {
  const url = await runningOwnerUrl(home).catch((error: unknown) => {
    if (error instanceof PlatformError) return null;
    throw error;
  });
  if (url === null) return;
  await withOwner(url, async (sql) => {
    await auditOperator(sql, 'nodp backup verify', { backup: id, whole: problem === null });
    await sql`update basic.backup set tried_at = now(), problem = ${problem} where id = ${id}`;
  });
};
