/** A backup that an earlier version made is restored, brought to this one on the copy, and has every row that it had. */
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbedded } from '@nodp/database';
import { makeBackup, verifyBackup } from '@nodp/database/backup';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { upgradeProblems } from '../apps/cli/src/backup/whole-platform.ts';
import { migrations } from '../apps/gateway/src/registry.ts';
import { insertHospitals } from './fixtures.ts';
import { migrationsBefore } from './older-database.ts';

const BEFORE = '0037_tumour-board';

/** Migrations of the patients subgraph that a database has had. */
const applied = async (sql: postgres.Sql): Promise<number> => {
  const [row] = await sql`select count(*)::int as number from migrations.patients`;
  return row?.number;
};
const institutions = async (sql: postgres.Sql): Promise<string[]> =>
  (await sql`select code from basic.institution order by code`).map(({ code }) => code);

test('a backup of an earlier version', async () => {
  const place = await mkdtemp(join(tmpdir(), 'nodp-backup-of-before-'));
  await chmod(place, 0o755);
  const home = join(place, 'home');
  await mkdir(join(home, 'images'), { recursive: true });
  await chmod(home, 0o755);
  const { old, before } = await migrationsBefore(BEFORE);
  const server = await startEmbedded(home);
  try {
    await migrate(server.ownerUrl, before);
    await insertHospitals(server.ownerUrl);
    const sql = postgres(server.ownerUrl, { max: 1 });
    const [had, hospitals] = [await applied(sql), await institutions(sql)];
    await sql.end();
    const repository = { folder: join(place, 'backups'), keys: join(place, 'keys') };
    const signal = new AbortController().signal;
    const passPhrase = 'correct horse battery';
    const make = (secrets: Record<string, Uint8Array>) =>
      makeBackup({
        ...{ ownerUrl: server.ownerUrl, home, images: join(home, 'images'), repository },
        ...{ passPhrase, secrets, platform: '0', signal, workFactor: 4 },
      });
    const identity = { 'identity.key': new Uint8Array(32) };
    // Without the password of its database a backup is told to be closed, and is not waited for.
    const closed = await make(identity);
    await expect(
      verifyBackup({ repository, id: closed.id, passPhrase, scratch: place, signal }),
    ).rejects.toMatchObject({ code: 'no-database-password' });
    const { id } = await make({
      ...identity,
      'database-secrets.json': await readFile(join(home, 'database-secrets.json')),
    });
    const patients = migrations.find(({ schema }) => schema === 'patients');
    const journal = JSON.parse(
      await readFile(join(patients?.folder ?? '', 'meta/_journal.json'), 'utf8'),
    ) as { entries: unknown[] };
    expect(had).toBeLessThan(journal.entries.length);
    let looked = false;
    await verifyBackup({
      ...{ repository, id, passPhrase, scratch: place, signal },
      further: async (ownerUrl) => {
        const copy = postgres(ownerUrl, { max: 1 });
        // A database that is stopped waits for whoever is connected.
        try {
          expect(await applied(copy)).toBe(had);
          const problems = await upgradeProblems(ownerUrl);
          expect(await applied(copy)).toBe(journal.entries.length);
          expect(await institutions(copy)).toEqual(hospitals);
          looked = true;
          return problems;
        } finally {
          await copy.end();
        }
      },
    });
    expect(looked).toBe(true);
  } finally {
    await server.stop();
    await rm(old, { recursive: true, force: true });
    await rm(place, { recursive: true, force: true });
  }
}, 180_000);
