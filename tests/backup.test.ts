/**
 * A platform is backed up while hospitals send to it, and restored to a moment between two of their records. What stands
 * in the way of a restore is told in words, and nothing is left of what was broken off.
 */
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runningOwnerUrl } from '@nodp/database';
import { backupIds, makeBackup, readRecord, readTrial } from '@nodp/database/backup';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { backupCommand } from '../apps/cli/src/backup/command.ts';
import { restoreCommand } from '../apps/cli/src/backup/restore-command.ts';
import { withToken } from './client.ts';
import { ctSlice, dicomFile } from './dicom-files.ts';
import { patientBundle } from './patient-bundle.ts';
import { type RunningPlatform, startPlatform } from './platform.ts';

let platform: RunningPlatform;
let place: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'nodp-backup-'));
  await chmod(place, 0o755);
  platform = await startPlatform({ patients: 5 });
  env = {
    NODP_HOME: platform.home,
    NODP_BACKUPS: join(place, 'backups'),
    NODP_BACKUP_KEYS: join(place, 'keys'),
    NODP_BACKUP_PASSPHRASE: 'correct horse battery',
  };
}, 120_000);
afterAll(async () => {
  await platform?.stop();
  await rm(place, { recursive: true, force: true });
});

const repository = () => ({ folder: join(place, 'backups'), keys: join(place, 'keys') });
const newest = async (): Promise<string> => (await backupIds(repository()))[0] ?? '';

const send = async (url: string, family: string): Promise<void> => {
  const hospital = await withToken(url, 'hospital-system');
  expect((await hospital.fhir('', patientBundle({ family }))).status).toBe(200);
};

const found = async (url: string, family: string): Promise<number | undefined> => {
  const clinician = await withToken(url, 'clinician');
  const { data } = await clinician.graph<{ patients: { totalCount: number } }>(
    'query ($search: String) { patients(search: $search) { totalCount } }',
    { search: family },
  );
  return data?.patients.totalCount;
};

/** Bundles one after the other by several senders, until it is ended; how many were acknowledged. */
const load = (url: string): (() => Promise<number>) => {
  let ended = false;
  let acknowledged = 0;
  const sender = async () => {
    const hospital = await withToken(url, 'hospital-system');
    while (!ended) {
      const { status } = await hospital.fhir('', patientBundle({ family: 'Load', results: 5 }));
      expect(status).toBe(200);
      acknowledged++;
    }
  };
  const senders = Promise.all([sender(), sender()]);
  return async () => {
    ended = true;
    await senders;
    return acknowledged;
  };
};

const why = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => error.code,
  );

test('a backup made under load is whole, row for row', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const end = load(platform.url);
  try {
    await setTimeout(500);
    expect(await backupCommand([], env)).toBe(0);
  } finally {
    expect(await end()).toBeGreaterThan(0);
  }
  const record = await readRecord(repository(), await newest());
  const rowsOf = (name: string) => record.content.tables.find(({ table }) => table === name)?.rows;
  expect(rowsOf('patients.patient')).toBeGreaterThan(5);
  expect(await backupCommand(['verify'], env)).toBe(0);
  expect((await readTrial(repository(), record.id))?.problem).toBeNull();
  expect(said.mock.calls.flat().join('\n')).toContain('is whole');
  said.mockRestore();
  // The platform knows of it.
  const sql = postgres(await runningOwnerUrl(platform.home), { max: 1 });
  expect(
    await sql`select id, problem, tried_at is not null as tried from basic.backup`,
  ).toMatchObject([{ id: record.id, problem: null, tried: true }]);
  await sql.end();
});

test('a platform restored to a moment between two records has the one and not the other', async () => {
  await send(platform.url, 'Beforehand');
  await setTimeout(20);
  const moment = new Date().toISOString();
  await send(platform.url, 'Afterwards');
  const sql = postgres(await runningOwnerUrl(platform.home), { max: 1 });
  const [switched] = await sql`select pg_walfile_name(pg_switch_wal()) as file`;
  const { archive } = await readRecord(repository(), await newest());
  await expect
    .poll(() => readdir(join(place, 'backups', archive)), { timeout: 20_000 })
    .toContain(switched?.file);
  await sql.end();

  const into = join(place, 'restored');
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  expect(await restoreCommand(['--into', into, '--at', moment], env)).toBe(0);
  said.mockRestore();
  const restored = await startPlatform({ patients: 5, home: into });
  try {
    expect(await found(restored.url, 'Beforehand')).toBe(1);
    expect(await found(restored.url, 'Afterwards')).toBe(0);
    // It takes records in as any other, and disturbs the archive of the one it came from in nothing.
    await send(restored.url, 'Later');
    expect(await found(restored.url, 'Later')).toBe(1);
  } finally {
    await restored.stop();
  }
  expect(await found(platform.url, 'Afterwards')).toBe(1);
});

test('what stands in the way of a restore is told, and leaves nothing', async () => {
  const into = join(place, 'elsewhere');
  const restore = (args: string[], changed: NodeJS.ProcessEnv = {}) =>
    why(restoreCommand(['--into', into, ...args], { ...env, ...changed }));
  expect(await restore([], { NODP_BACKUP_PASSPHRASE: 'another pass phrase' })).toBe(
    'wrong-pass-phrase',
  );
  expect(await restore([], { NODP_BACKUP_KEYS: join(place, 'no-keys') })).toBe('no-keys');
  expect(await restore(['--at', '2020-01-01T00:00:00Z'])).toBe('too-early');
  expect(await restore(['--at', '2020-01-01 00:00'])).toBe('usage');
  expect(await restore(['--backup', '20200101T000000Z-0000'])).toBe('no-backup');
  expect(await why(restoreCommand(['--into', platform.home], env))).toBe('in-use');
  // In a copy of the archive nothing comes after: in the archive itself a segment that vacuum filled reached the moment at times.
  const frozen = join(place, 'frozen');
  await cp(repository().folder, frozen, { recursive: true });
  expect(await restore(['--at', new Date().toISOString()], { NODP_BACKUPS: frozen })).toBe(
    'not-archived-yet',
  );
  await rm(frozen, { recursive: true });
  expect((await readdir(place)).filter((name) => name.startsWith('elsewhere'))).toEqual([]);
});

test('a backup that is broken off leaves nothing, and the one before stays', async () => {
  const before = await newest();
  const files = async () =>
    (await readdir(place, { recursive: true })).filter((name) => !name.includes('/wal-')).sort();
  const lay = await files();
  const stop = new AbortController();
  const broken = makeBackup({
    ...{
      ownerUrl: await runningOwnerUrl(platform.home),
      home: platform.home,
      images: join(platform.home, 'images'),
      repository: repository(),
    },
    ...{
      secrets: { 'identity.key': new Uint8Array(32) },
      passPhrase: 'correct horse battery',
      platform: '0',
    },
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await expect(broken).rejects.toThrow(/abort/i);
  expect(await files()).toEqual(lay);
  expect(await newest()).toBe(before);
});

test('images are backed up once, come back with a restore, and one that is lost is told', async () => {
  const token = await fetch(`${platform.url}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'hospital-system', password: 'nodp-demo' }),
  });
  const { access_token: bearer } = (await token.json()) as { access_token: string };
  const sent = await fetch(`${platform.url}/dicom-web/studies`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'multipart/related; type="application/dicom"; boundary=b',
    },
    body: Buffer.concat([
      Buffer.from('--b\r\nContent-Type: application/dicom\r\n\r\n'),
      dicomFile(ctSlice({ number: 1 })),
      Buffer.from('\r\n--b--\r\n'),
    ]),
  });
  expect(sent.status).toBe(200);
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    expect(await backupCommand([], env)).toBe(0);
    const id = await newest();
    const images = (folder: string) =>
      readdir(folder, { recursive: true, withFileTypes: true }).then((all) =>
        all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
      );
    const [image = '', ...more] = await images(join(place, 'backups', 'images'));
    expect(more).toEqual([]);
    const into = join(place, 'with-images');
    expect(await restoreCommand(['--into', into, '--backup', id], env)).toBe(0);
    expect(await images(join(into, 'images'))).toHaveLength(1);
    await rm(image);
    expect(await why(backupCommand(['verify', id], env))).toBe('not-whole');
    expect((await readTrial(repository(), id))?.problem).toContain('1 images');
  } finally {
    said.mockRestore();
  }
});

test('a file that was changed on the disk is found, and that backup no longer counts as good', async () => {
  const id = await newest();
  const file = join(place, 'backups', id, 'base.tar.zst');
  const bytes = await readFile(file);
  const changed = Buffer.from(bytes);
  changed[Math.floor(changed.length / 2)] =
    (changed[Math.floor(changed.length / 2)] as number) ^ 0xff;
  await writeFile(file, changed);
  expect(await why(backupCommand(['verify', id], env))).toBe('damaged');
  expect((await readTrial(repository(), id))?.problem).toContain('base.tar.zst');
  await writeFile(file, bytes.subarray(0, 1000));
  expect(await why(backupCommand(['verify', id], env))).toBe('damaged');
});
