import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { backupCommand } from './command.ts';
import { type ArchiverState, overdue } from './operators-database.ts';

const well: ArchiverState = {
  walLevel: 'replica',
  archiveMode: 'on',
  minutesSinceArchived: 1,
  failing: false,
  lastFailed: null,
  hoursSinceBackup: 3,
};

test.each<[string, Partial<ArchiverState>, string | null]>([
  ['all as it should be', {}, null],
  ['the log of a logical replica as well', { walLevel: 'logical' }, null],
  ['a poor log', { walLevel: 'minimal' }, 'wal_level is minimal'],
  ['no archive', { archiveMode: 'off' }, 'archive_mode is off'],
  [
    'an archiver that fails',
    { failing: true, lastFailed: '00000001000000000000000A' },
    '00000001000000000000000A',
  ],
  ['an archiver that never did anything', { minutesSinceArchived: null }, 'No file of the log'],
  ['an archiver that is behind', { minutesSinceArchived: 31 }, '31 minutes ago'],
  ['no backup', { hoursSinceBackup: null }, 'No backup was ever stated'],
  ['a backup of the day before yesterday', { hoursSinceBackup: 40.2 }, '40 hours old'],
])('%s', (_, state, said) => {
  const lines = overdue({ ...well, ...state });
  expect(lines).toEqual(said === null ? [] : [expect.stringContaining(said)]);
});

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.end());

test('with a database of the operator’s, what its tools must do is said, and whether they did', async () => {
  const env = { DATABASE_URL: db.ownerUrl };
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const problems = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await backupCommand([], env)).toBe(1);
  expect(said.mock.calls.flat().join('\n')).toContain(
    'a base backup a day with a SHA-256 manifest',
  );
  expect(problems.mock.calls.flat().join('\n')).toContain('No backup was ever stated');
  expect(await backupCommand(['record', 'pgBackRest full 20261129-020000F'], env)).toBe(0);
  problems.mockClear();
  await backupCommand(['check'], env);
  expect(problems.mock.calls.flat().join('\n')).not.toContain('No backup');
  await expect(
    backupCommand(['record', 'x', '--at', '2999-01-01T00:00:00Z'], env),
  ).rejects.toThrow();
  said.mockRestore();
  problems.mockRestore();
});
