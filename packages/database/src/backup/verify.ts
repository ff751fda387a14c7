import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { verifyAudit } from '../audit-chain.ts';
import { PlatformError } from '../problems.ts';
import { differences, readContent } from './content.ts';
import { type BackupRecord, type Repository, readRecord, writeTrial } from './repository.ts';
import { type RestoreStep, restoreBackup } from './restore.ts';

export interface VerifyOptions {
  readonly repository: Repository;
  readonly id: string;
  readonly passPhrase: string;
  /** A folder with room for the backup unpacked; what is made in it is removed. */
  readonly scratch: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (step: RestoreStep, share: number) => void;
  /** What else of the restored platform is examined: each problem in words. */
  readonly further?: (ownerUrl: string, home: string) => Promise<string[]>;
}

export interface Verified {
  readonly record: BackupRecord;
  /** Rows of all tables that were compared. */
  readonly rows: number;
}

/** Problems of a restored database against what the backup says it held, the access audit's chain among it. */
export const problemsOf = async (ownerUrl: string, record: BackupRecord): Promise<string[]> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const problems = differences(record.content, await readContent(sql));
    const { fault } = await verifyAudit(sql, record.content.audit);
    if (fault !== null)
      problems.push(`the access audit is not whole: row ${fault.number} (${fault.kind})`);
    return problems;
  } finally {
    await sql.end();
  }
};

/**
 * Restores a backup to a folder of its own to its own moment and compares: every file with its checksum, every table's rows
 * and their hashes with what was there when it was made, the access audit's chain. What came of it is retained beside the backup.
 * @throws PlatformError `damaged` or `not-whole` where the backup is not what was backed up
 */
export const verifyBackup = async (options: VerifyOptions): Promise<Verified> => {
  const { repository, id, passPhrase, scratch, signal, onProgress, further } = options;
  const record = await readRecord(repository, id);
  const folder = await mkdtemp(join(scratch, 'nodp-verify-'));
  // The database runs as another user where this one is root.
  await chmod(folder, 0o711);
  const told = async (problem: string | null) =>
    writeTrial(repository, id, { at: new Date().toISOString(), problem });
  try {
    const problems = await restoreBackup(
      {
        ...{ repository, record, into: join(folder, 'home'), passPhrase, scratch: true, signal },
        target: { kind: 'restore-point', name: record.restorePoint },
        ...(onProgress && { onProgress }),
      },
      async (ownerUrl, home) => [
        ...(await problemsOf(ownerUrl, record)),
        ...((await further?.(ownerUrl, home)) ?? []),
      ],
    );
    if (problems.length > 0)
      throw new PlatformError(
        'not-whole',
        `Backup ${id} does not restore to what was backed up: ${problems.slice(0, 5).join('; ')}.`,
      );
    await told(null);
    return { record, rows: record.content.tables.reduce((all, { rows }) => all + rows, 0) };
  } catch (error) {
    // A wrong pass phrase, a full disk or a cancelled trial says nothing of the backup.
    if (
      error instanceof PlatformError &&
      ['damaged', 'not-whole', 'not-restored', 'not-archived-yet'].includes(error.code)
    )
      await told(error.message);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
