import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { testDatabase } from './testing.ts';

/** A function `example.answer` whose body is a number. */
const answering = (number: number): string =>
  `create or replace function example.answer() returns int language sql as 'select ${number}';`;

test('a function is what its file says: after a change of the file, and after a migration that replaced it', async () => {
  await using records = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'nodp-functions-'));
  const sql = postgres(records.ownerUrl, { max: 1, onnotice: () => {} });
  const migrations: string[] = [];
  const migration = async (text: string): Promise<void> => {
    const tag = `000${migrations.length}_example`;
    migrations.push(tag);
    await writeFile(join(folder, 'migrations', `${tag}.sql`), text);
    const entries = migrations.map((name, idx) => ({
      idx,
      when: idx + 1,
      tag: name,
      breakpoints: true,
    }));
    await writeFile(
      join(folder, 'migrations/meta/_journal.json'),
      JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
    );
  };
  const migrated = async (): Promise<number> => {
    await migrate(records.ownerUrl, [{ schema: 'example', folder: join(folder, 'migrations') }]);
    const [row] = await sql`select example.answer() as answer`;
    return row?.answer;
  };
  try {
    await mkdir(join(folder, 'migrations/meta'), { recursive: true });
    await mkdir(join(folder, 'functions'));
    await migration(`create schema example; ${answering(1)}`);
    await writeFile(join(folder, 'functions/answer.sql'), answering(2));
    expect(await migrated()).toBe(2);

    await writeFile(join(folder, 'functions/answer.sql'), answering(3));
    expect(await migrated()).toBe(3);

    await migration(answering(4));
    expect(await migrated()).toBe(3);
  } finally {
    await sql.end();
    await rm(folder, { recursive: true });
  }
});
