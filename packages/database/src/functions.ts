import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type postgres from 'postgres';

/** The SQL files of a folder beside the migrations, by name; none where there is no such folder. */
const filesOf = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/**
 * Applies a subgraph's functions and views: each is one file, whole and current, applied again when its text
 * changes. Migrations make tables alone, so that nobody reads one half of a function in one migration and the
 * other half in the next.
 * @param folder `functions`, beside the folder of the migrations
 */
export const applyFunctions = async (
  sql: postgres.Sql,
  schema: string,
  folder: string,
): Promise<void> => {
  const files = await filesOf(folder);
  if (files.length === 0) return;
  await sql`create table if not exists migrations.functions
    (schema text not null, name text not null, sha256 text not null, primary key (schema, name))`;
  const rows = await sql<{ name: string; sha256: string }[]>`
    select name, sha256 from migrations.functions where schema = ${schema}`;
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  for (const name of files) {
    const text = await readFile(join(folder, name), 'utf8');
    const sha256 = hash('sha256', text);
    if (applied.get(name) === sha256) continue;
    await sql.begin(async (transaction) => {
      await transaction.unsafe(text);
      await transaction`insert into migrations.functions (schema, name, sha256) values (${schema}, ${name}, ${sha256})
        on conflict (schema, name) do update set sha256 = excluded.sha256`;
    });
  }
};
