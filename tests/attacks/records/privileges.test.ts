/**
 * What the application's role could do at the database whoever got its login, by the database's own catalogue: of every table
 * and function there is, so that one made tomorrow is held to it too.
 */
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../../apps/gateway/src/registry.ts';

const schemas = migrations.map(({ schema }) => schema);

let db: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await db?.end();
});

/** Who an account is and what it may (no hash, no secret), which signing in needs; and the audit, which is added to and never read. */
const OPEN_TO_ALL: readonly string[] = ['basic.account', 'basic.audit'];

test('every table that holds rows of a patient or an institution and is read by the application is under row-level security', async () => {
  const open = await sql`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any (${schemas}) and not c.relrowsecurity
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('patient_id', 'institution_id'))
      and (has_table_privilege('nodp_app', c.oid, 'select, insert, update, delete') or has_any_column_privilege('nodp_app', c.oid, 'select, insert, update'))
    order by 1`;
  expect(open.map(({ name }) => name)).toEqual(OPEN_TO_ALL);
});

test('the application owns nothing, empties no table, makes nothing, and passes by no policy', async () => {
  const [role] =
    await sql`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = 'nodp_app'`;
  expect(role).toEqual({
    ...{ rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    ...{ rolcreatedb: false, rolreplication: false },
  });
  const owned = await sql`
    select c.relname as name from pg_class c where pg_get_userbyid(c.relowner) = 'nodp_app'
    union all select p.proname from pg_proc p where pg_get_userbyid(p.proowner) = 'nodp_app'`;
  expect(owned).toEqual([]);
  const more = await sql`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any (${schemas})
      and has_table_privilege('nodp_app', c.oid, 'truncate, references, trigger')`;
  expect(more).toEqual([]);
  const makes = await sql`
    select n.nspname from pg_namespace n where n.nspname = any (${[...schemas, 'public']}) and has_schema_privilege('nodp_app', n.oid, 'create')`;
  expect(makes).toEqual([]);
});

test('passwords, sessions, second factors and the audit are read and changed by functions alone', async () => {
  const closed = [
    'basic.audit',
    'basic.audit_head',
    'basic.web_session',
    'basic.second_factor',
    'basic.sign_in_attempt',
    'basic.break_glass',
  ];
  for (const table of closed) {
    const [may] = await sql`
      select has_table_privilege('nodp_app', ${table}, 'update, delete') as changes,
        has_any_column_privilege('nodp_app', ${table}, 'update') as changes_some`;
    expect([table, may]).toEqual([table, { changes: false, changes_some: false }]);
  }
  for (const table of ['basic.audit', 'basic.web_session', 'basic.second_factor']) {
    const [may] =
      await sql`select has_any_column_privilege('nodp_app', ${table}, 'select') as reads`;
    expect([table, may]).toEqual([table, { reads: false }]);
  }
  const [hash] = await sql`
    select count(*)::int as n from information_schema.column_privileges
    where grantee = 'nodp_app' and table_schema = 'basic' and table_name = 'account' and column_name like '%password%'`;
  expect(hash?.n).toBe(0);
});

test('a function that runs as the owner says where it looks names up, and no function is everybody’s', async () => {
  const loose = await sql`
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any (${schemas}) and p.prosecdef
      and not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%')`;
  expect(loose).toEqual([]);
  // Triggers are called by their tables alone.
  const everybodys = await sql`
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any (${schemas}) and p.prosecdef and p.prorettype <> 'trigger'::regtype
      and has_function_privilege('public', p.oid, 'execute') order by 1`;
  expect(everybodys.map(({ name }) => name)).toEqual([]);
});
