import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@nodp/database';
import postgres from 'postgres';
import { expect, inject } from 'vitest';
import { migrations } from '../apps/gateway/src/registry.ts';

export interface OlderDatabase extends AsyncDisposable {
  readonly sql: postgres.Sql;
  /** Brings it to the version of today. */
  migrate(): Promise<void>;
}

/** The migrations of a schema as they were before one of them. */
const asBefore = async (folder: string, tag: string): Promise<string> => {
  const old = await mkdtemp(join(tmpdir(), 'nodp-migrations-'));
  await cp(folder, join(old, 'migrations'), { recursive: true });
  const file = join(old, 'migrations/meta/_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex((entry) => entry.tag.endsWith(tag));
  expect(end).toBeGreaterThan(0);
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  return old;
};

/** All migrations as they were before one of the patients subgraph's, and the folder that is removed in the end. */
export const migrationsBefore = async (tag: string) => {
  const patients = migrations.find(({ schema }) => schema === 'patients');
  const old = await asBefore(patients?.folder ?? '', tag);
  return {
    old,
    before: migrations.map((m) => (m === patients ? { ...m, folder: join(old, 'migrations') } : m)),
  };
};

/** A database as the patients subgraph left it before a migration, `0010_vital-status-reports` by the end of its name. */
export const databaseBefore = async (tag: string): Promise<OlderDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const adminUrl = inject('adminUrl');
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  const { old, before } = await migrationsBefore(tag);
  await migrate(url.href, before);
  return {
    sql,
    migrate: () => migrate(url.href, migrations),
    [Symbol.asyncDispose]: async () => {
      await sql.end();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
      await rm(old, { recursive: true, force: true });
    },
  };
};
