import type { PlatformFigures } from '@nodp/database';
import { expect, test } from 'vitest';
import type { PlatformWarning } from '../generated/resolvers.ts';
import { type LastBackup, type Sample, warningsOf } from './warnings.ts';

const now = Date.parse('2026-11-29T10:00:00Z');
const well: PlatformFigures = {
  ...{
    version: '1',
    startedAt: '2026-11-29T08:00:00Z',
    requests: 100,
    errors: 0,
    p50: 10,
    p95: 40,
  },
  ...{
    loopDelay: 30,
    memory: 5e8,
    poolInUse: 3,
    poolWaiting: 0,
    poolMost: 16,
    jobs: 0,
    submissions: 0,
  },
  ...{
    databaseBytes: 1e9,
    connections: 20,
    mostConnections: 100,
    diskFree: 50e9,
    diskBytes: 100e9,
  },
  ...{ archivedAt: '2026-11-29T09:59:30Z', archiverFails: false, release: 1, releaseBuiltAt: null },
};
/** Samples of the last minutes, two a minute, the newest now. */
const samples = (figures: Partial<PlatformFigures>, minutes = 5, ends = now): Sample[] =>
  Array.from({ length: 2 * minutes }, (_, i) => ({
    at: new Date(ends - (2 * minutes - 1 - i) * 30_000).toISOString(),
    figures: { ...well, ...figures },
  }));
const backup: LastBackup = { moment: '2026-11-29T02:00:00Z', problem: null };

test.each<[string, Sample[], LastBackup | null, PlatformWarning[]]>([
  ['all is well', samples({}), backup, []],
  ['a tenth of the disk is left', samples({ diskFree: 9e9 }), backup, ['DISK_FILLS']],
  [
    'a small disk has 1.9 GB left',
    samples({ diskFree: 1.9e9, diskBytes: 4e9 }),
    backup,
    ['DISK_FILLS'],
  ],
  ['the log is not archived', samples({ archiverFails: true }), backup, ['ARCHIVER_FAILS']],
  [
    'three quarters of the connections are taken',
    samples({ connections: 76 }),
    backup,
    ['CONNECTIONS_SHORT'],
  ],
  ['two of a hundred answers are errors', samples({ errors: 2 }), backup, ['ERRORS']],
  ['one of ten answers in all is an error', samples({ requests: 1, errors: 1 }), backup, []],
  ['sessions always wait', samples({ poolWaiting: 1 }), backup, ['POOL_FULL']],
  ['the process is busy', samples({ loopDelay: 1500 }), backup, ['PROCESSOR_BUSY']],
  ['the process was busy at its start', samples({ loopDelay: 1500 }, 1), backup, []],
  ['no backup', samples({}), null, ['NO_BACKUP']],
  [
    'a backup of the day before yesterday',
    samples({}),
    { ...backup, moment: '2026-11-28T02:00:00Z' },
    ['BACKUP_OVERDUE'],
  ],
  [
    'a backup that did not restore',
    samples({}),
    { ...backup, problem: 'damaged' },
    ['BACKUP_NOT_WHOLE'],
  ],
  ['nobody measures any more', samples({}, 5, now - 300_000), backup, ['NOT_MEASURED']],
  ['nothing was measured yet', [], backup, ['NOT_MEASURED']],
])('%s', (_, given, last, expected) => {
  expect(warningsOf(given, last, now)).toEqual(expected);
});

test('what was wrong an hour ago and is no more is not told', () => {
  const before = samples({ errors: 50, loopDelay: 5000, poolWaiting: 3 }, 5, now - 3_600_000);
  expect(warningsOf([...before, ...samples({}, 9)], backup, now)).toEqual([]);
});
