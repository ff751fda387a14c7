import type { PlatformFigures } from '@nodp/database';
import type { PlatformWarning } from '../generated/resolvers.ts';

/** A sample with its instant, ISO 8601. */
export interface Sample {
  readonly at: string;
  readonly figures: PlatformFigures;
}

/** The last backup, as its warnings look at it. */
export interface LastBackup {
  readonly moment: string;
  readonly problem: string | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const GB = 1e9;

const FREE_SHARE = 0.1;
const FREE_BYTES = 2 * GB;
const ERROR_SHARE = 0.01;
/** Fewer answers tell nothing by a share. */
const ENOUGH_REQUESTS = 20;
const BACKUP_HOURS = 26;
const BUSY_MILLISECONDS = 1_000;

/**
 * What calls for somebody to look, the most urgent first.
 * @param samples the oldest first
 * @param backup the last one; null where there is none
 * @param now instant, ms
 */
export const warningsOf = (
  samples: readonly Sample[],
  backup: LastBackup | null,
  now: number,
): PlatformWarning[] => {
  const warnings: PlatformWarning[] = [];
  const last = samples.at(-1);
  const recent = samples.filter(({ at }) => Date.parse(at) > now - 10 * MINUTE);
  if (last === undefined || Date.parse(last.at) < now - 2 * MINUTE) warnings.push('NOT_MEASURED');
  if (last !== undefined) {
    const { diskFree, diskBytes, archiverFails, connections, mostConnections } = last.figures;
    if (diskFree < FREE_BYTES || diskFree < FREE_SHARE * diskBytes) warnings.push('DISK_FILLS');
    if (archiverFails) warnings.push('ARCHIVER_FAILS');
    if (connections > 0.75 * mostConnections) warnings.push('CONNECTIONS_SHORT');
  }
  const sum = (of: (figures: PlatformFigures) => number) =>
    recent.reduce((all, { figures }) => all + of(figures), 0);
  const requests = sum((f) => f.requests);
  if (requests >= ENOUGH_REQUESTS && sum((f) => f.errors) > ERROR_SHARE * requests)
    warnings.push('ERRORS');
  const most = (of: (figures: PlatformFigures) => boolean) =>
    recent.length >= 3 && recent.filter(({ figures }) => of(figures)).length > recent.length / 2;
  if (recent.length >= 3 && recent.every(({ figures }) => figures.poolWaiting > 0))
    warnings.push('POOL_FULL');
  if (most(({ loopDelay }) => loopDelay > BUSY_MILLISECONDS)) warnings.push('PROCESSOR_BUSY');
  if (backup === null) warnings.push('NO_BACKUP');
  else {
    if (backup.problem !== null) warnings.push('BACKUP_NOT_WHOLE');
    if (Date.parse(backup.moment) < now - BACKUP_HOURS * HOUR) warnings.push('BACKUP_OVERDUE');
  }
  return warnings;
};
