import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from './registry.ts';

let records: TestDatabase;
let sql: postgres.Sql;
/** The files by `schema.name`. */
const files = new Map<string, string>();

/** Of every schema of the platform: functions, views and the triggers of functions, by what makes them anew. */
const definitions = (from: postgres.ISql = sql) => from<
  { kind: string; name: string; definition: string }[]
>`
  select 'function' as kind, n.nspname || '.' || p.proname as name, pg_get_functiondef(p.oid) as definition
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any (${schemas})
  union all
  select 'view', n.nspname || '.' || c.relname, pg_get_viewdef(c.oid)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and n.nspname = any (${schemas})
  union all
  select 'trigger', t.tgrelid::regclass || ' ' || t.tgname, pg_get_triggerdef(t.oid)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and n.nspname = any (${schemas})
  order by 1, 2`;

const schemas = migrations.map(({ schema }) => schema);

beforeAll(async () => {
  records = await testDatabase();
  sql = postgres(records.ownerUrl, { max: 1, onnotice: () => {} });
  for (const { schema, folder } of migrations) {
    const functions = join(folder, '../functions');
    const names = await readdir(functions).catch(() => []);
    for (const name of names) {
      files.set(
        `${schema}.${name.replace(/\.sql$/, '')}`,
        await readFile(join(functions, name), 'utf8'),
      );
    }
  }
});

afterAll(async () => {
  await sql.end();
  await records.end();
});

describe('SQL functions and views', () => {
  test('each has one file of its name, and each file makes the one it is named for', async () => {
    const all = await definitions();
    // Released migrations make it for triggers that every start replaces (basic.version_tables).
    const replaced = 'basic.keep_former';
    expect(all.filter(({ definition }) => definition.includes(`FUNCTION ${replaced}`))).toEqual([
      expect.objectContaining({ name: replaced }),
    ]);
    const found = all.filter(({ kind, name }) => kind !== 'trigger' && name !== replaced);
    expect(found.map(({ name }) => name).sort()).toEqual([...files.keys()].sort());
  });

  test('what a migrated database holds is what the files say', async () => {
    const before = await definitions();
    const rolledBack = new Error('rolled back');
    await expect(
      sql.begin(async (transaction) => {
        for (const text of files.values()) await transaction.unsafe(text);
        expect(await definitions(transaction)).toEqual(before);
        throw rolledBack;
      }),
    ).rejects.toBe(rolledBack);
  });
});
