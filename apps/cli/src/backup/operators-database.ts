import { randomUUID } from 'node:crypto';
import { auditOperator, PlatformError } from '@nodp/database';
import type postgres from 'postgres';

/** Said where the operator's own PostgreSQL keeps the records: what its tools have to do. */
export const whatToDo = `The records are in a PostgreSQL of yours (DATABASE_URL), which your own tools back up (pgBackRest, Barman, pg_basebackup):
  1. wal_level = replica or logical, archive_mode = on, and the log archived to another machine (archive_timeout 60 s: at most
     that much is lost);
  2. a base backup a day with a SHA-256 manifest, kept for as long as your rules say, never fewer than one that a trial restore
     found whole;
  3. a trial restore each month: start it apart, run \`nodp audit verify\` with the end of the chain that you noted;
  4. with the same name on all of them: NODP_HOME/releases with .disclosure-key in it, NODP_IDENTITY_KEY and
     NODP_GATEWAY_SECRET, the keys sealed and kept apart. Without the identity key no name of a backup can be read.
After each base backup state it: nodp backup record "pgBackRest full 20261129-020000F". nodp backup check says what is overdue.`;

/** Hours after which a daily backup is overdue. */
const OVERDUE_HOURS = 26;
/** Minutes after which the archiver, where there is something to archive, is behind. */
const BEHIND_MINUTES = 10;

export interface ArchiverState {
  readonly walLevel: string;
  readonly archiveMode: string;
  /** Minutes since the last file was archived; null where none ever was. */
  readonly minutesSinceArchived: number | null;
  /** Whether the last try failed. */
  readonly failing: boolean;
  readonly lastFailed: string | null;
  /** Hours since the last backup that was stated or made; null where there is none. */
  readonly hoursSinceBackup: number | null;
}

/** What is overdue or wrong, each in a sentence; empty where all is as it should be. */
export const overdue = (state: ArchiverState): string[] => {
  const said: string[] = [];
  if (!['replica', 'logical'].includes(state.walLevel))
    said.push(`wal_level is ${state.walLevel}: the log is too poor to restore from.`);
  if (state.archiveMode === 'off')
    said.push('archive_mode is off: what was written since the last backup would be lost.');
  else if (state.failing)
    said.push(`The archiver fails; the last file it could not archive is ${state.lastFailed}.`);
  else if (state.minutesSinceArchived === null) said.push('No file of the log was ever archived.');
  else if (state.minutesSinceArchived > BEHIND_MINUTES)
    said.push(
      `The last file of the log was archived ${Math.round(state.minutesSinceArchived)} minutes ago. Is anything written?`,
    );
  if (state.hoursSinceBackup === null) said.push('No backup was ever stated (nodp backup record).');
  else if (state.hoursSinceBackup > OVERDUE_HOURS)
    said.push(
      `The last backup is ${Math.round(state.hoursSinceBackup)} hours old; one a day is asked.`,
    );
  return said;
};

export const archiverState = async (sql: postgres.Sql): Promise<ArchiverState> => {
  const [row] = await sql<ArchiverState[]>`
    select current_setting('wal_level') as "walLevel", current_setting('archive_mode') as "archiveMode",
      (extract(epoch from now() - a.last_archived_time) / 60)::float8 as "minutesSinceArchived",
      coalesce(a.last_failed_time > coalesce(a.last_archived_time, '-infinity'), false) as failing, a.last_failed_wal as "lastFailed",
      (select (extract(epoch from now() - max(moment)) / 3600)::float8 from basic.backup) as "hoursSinceBackup"
    from pg_stat_archiver a`;
  if (row === undefined) throw new Error('The server tells nothing of its archiver.');
  return row;
};

/** Keeps the operator's word that a backup was made. @param at the moment it restores to */
export const stateBackup = async (
  sql: postgres.Sql,
  statement: string,
  at: Date,
): Promise<void> => {
  if (statement.length < 3 || statement.length > 500)
    throw new PlatformError(
      'usage',
      'Say in 3 to 500 characters what was made, e.g. nodp backup record "pgBackRest full 20261129-020000F".',
    );
  if (Number.isNaN(at.getTime()) || at.getTime() > Date.now() + 60_000)
    throw new PlatformError(
      'usage',
      '--at is the moment of the backup, e.g. 2026-11-29T02:00:00Z, and not in the future.',
    );
  await auditOperator(sql, 'nodp backup record', { statement });
  await sql`insert into basic.backup (id, made_by, moment, statement)
    values (${randomUUID()}, 'OPERATOR', ${at.toISOString()}, ${statement})`;
};
