import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type postgres from 'postgres';

const isView = (text: string): boolean => /^create or replace view /im.test(text);

/**
 * The SQL files of a folder beside the migrations, by name; none where there is no such folder. Views come first,
 * because functions return their rows.
 */
const filesOf = async (folder: string): Promise<{ name: string; text: string }[]> => {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    const files = await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
    );
    return files.toSorted((a, b) => Number(isView(b.text)) - Number(isView(a.text)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/**
 * Applies a subgraph's functions, their triggers and views: each is one file, whole and current, applied again when
 * its text changes, or when a migration may have put another text in its place. Migrations make tables alone, so that
 * nobody reads one half of a function in one migration and the other half in the next.
 * @param folder `functions`, beside the folder of the migrations
 * @param migrated whether a migration of the subgraph was applied just now
 */
export const applyFunctions = async (
  sql: postgres.Sql,
  schema: string,
  folder: string,
  migrated: boolean,
): Promise<void> => {
  const files = await filesOf(folder);
  if (files.length === 0) return;
  await sql`create table if not exists migrations.functions
    (schema text not null, name text not null, sha256 text not null, primary key (schema, name))`;
  const rows = await sql<{ name: string; sha256: string }[]>`
    select name, sha256 from migrations.functions where schema = ${schema}`;
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  for (const { name, text } of files) {
    const sha256 = hash('sha256', text);
    if (!migrated && applied.get(name) === sha256) continue;
    await sql.begin(async (transaction) => {
      await transaction.unsafe(text);
      await transaction`insert into migrations.functions (schema, name, sha256) values (${schema}, ${name}, ${sha256})
        on conflict (schema, name) do update set sha256 = excluded.sha256`;
    });
  }
};
