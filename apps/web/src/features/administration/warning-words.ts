/** What calls for somebody to look, and what to do first; `docs/operations.md` says more. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PlatformWarning } from '../../graph/generated/graphql.ts';

export const warningWords: Record<PlatformWarning, MessageDescriptor> = {
  DISK_FILLS: msg`The disk fills: free some space or enlarge it before it is full.`,
  ARCHIVER_FAILS: msg`The database’s log cannot be archived: check the folder of the backups and its disk.`,
  NO_BACKUP: msg`There is no backup. Make one: nodp backup.`,
  BACKUP_OVERDUE: msg`The last backup is older than a day.`,
  BACKUP_NOT_WHOLE: msg`The trial restore of the last backup failed. Make another and try it.`,
  ERRORS: msg`More than one answer in a hundred is an error of the platform: check its log.`,
  POOL_FULL: msg`Requests wait for the database all the time: check which statements take long.`,
  CONNECTIONS_SHORT: msg`The database server’s connections are running out.`,
  PROCESSOR_BUSY: msg`The process answers nobody for seconds at a time: more is asked than it can do.`,
  NOT_MEASURED: msg`The platform has not measured itself for two minutes: check its log.`,
};
