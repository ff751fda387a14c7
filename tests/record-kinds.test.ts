import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { getTableUniqueName } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kinds } from '../apps/gateway/src/kinds.ts';

/** What a kind of record needs that the compiler cannot see: its table as the migrations made it. */
const tables = [
  ...new Set(
    Object.values(kinds).flatMap(({ mapping }) =>
      mapping === null ? [] : [getTableUniqueName(mapping.table)],
    ),
  ),
];

let db: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await db.end();
});

test.each(tables)('%s is under row-level security and retains previous versions', async (table) => {
  const [row] = await sql`
    select relrowsecurity as secured,
      (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
      array(select tgname::text from pg_trigger where tgrelid = c.oid and not tgisinternal
        and tgfoid = 'basic.retain_previous_version'::regproc order by 1) as triggers
    from pg_class c where c.oid = to_regclass(${table})`;
  expect(row).toEqual({
    secured: true,
    policies: 4,
    triggers: ['previous_version_of_corrected', 'previous_version_of_withdrawn'],
  });
});
