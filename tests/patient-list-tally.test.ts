import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hospitals } from './fixtures.ts';

let db: TestDatabase;
let sql: postgres.Sql;
let other: postgres.Sql;

beforeAll(async () => {
  db = await testDatabase();
  [sql, other] = [postgres(db.ownerUrl, { max: 1 }), postgres(db.ownerUrl, { max: 1 })];
});
afterAll(async () => {
  await Promise.all([sql.end(), other.end()]);
  await db.end();
});
beforeEach(() => sql`truncate patients.listed, patients.listed_tally`);

const institutions = [hospitals.here, hospitals.there];
const sites = ['lung', 'breast', null];
const grouped = (from: string, number: string) =>
  sql.unsafe(`
  select institution_id, site_group, broad_stage, vital_status, sex, ${number}::int as patients from ${from}
  group by 1, 2, 3, 4, 5 having ${number} <> 0 order by 1, 2, 3, 4, 5`);
const counted = () => grouped('patients.listed', 'count(*)');
const tallied = () => grouped('patients.listed_tally', 'sum(patients)');
const addUp = (by: postgres.Sql, institution: string) =>
  by`select patients.add_up_tally(${institution})`;
const list = (by: postgres.Sql, institution: string, site: string | null, patients: string[]) =>
  by`insert into patients.listed (institution_id, patient_id, diagnosed_on, site_group, broad_stage, vital_status, sex, keys)
    select ${institution}, id, '2024-05-01', ${site}, 'STAGE_I', 'ALIVE', 'FEMALE', '{}'
    from unnest(${patients}::uuid[]) as t(id)
    on conflict (patient_id, institution_id) do update set site_group = excluded.site_group`;

const ids = Array.from({ length: 6 }, () => randomUUID());
const institution = fc.constantFrom(...institutions);
const some = fc.subarray(ids, { minLength: 1 });
const step = fc.oneof(
  fc.record({
    op: fc.constant('list' as const),
    institution,
    site: fc.constantFrom(...sites),
    some,
  }),
  fc.record({ op: fc.constant('stage' as const), institution, some }),
  fc.record({ op: fc.constant('leave' as const), institution, some }),
  fc.record({ op: fc.constant('add up' as const), institution }),
);
const take = async (by: postgres.Sql, s: typeof step extends fc.Arbitrary<infer T> ? T : never) => {
  if (s.op === 'list') await list(by, s.institution, s.site, s.some);
  else if (s.op === 'add up') await addUp(by, s.institution);
  else if (s.op === 'stage')
    await by`update patients.listed set broad_stage = 'STAGE_IV'
      where institution_id = ${s.institution} and patient_id = any (${s.some}::uuid[])`;
  else
    await by`delete from patients.listed
      where institution_id = ${s.institution} and patient_id = any (${s.some}::uuid[])`;
};

test('whatever is written to the list, its tally adds up to it', async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 12 }), async (steps) => {
        for (const [s, retained] of steps)
          await sql
            .begin(async (transaction) => {
              await take(transaction as never, s);
              if (!retained) throw new Error('taken back');
            })
            .catch((error: Error) => expect(error.message).toBe('taken back'));
        expect(await tallied()).toEqual(await counted());
      })
      .beforeEach(() => sql`truncate patients.listed, patients.listed_tally`),
    { numRuns: 60 },
  );
});

test('what one adds up and what another appends meanwhile are both kept, and neither waits', async () => {
  const [here] = institutions as [string];
  await list(sql, here, 'lung', ids.slice(0, 3));
  await list(sql, here, 'lung', ids.slice(3, 4));
  await sql.begin(async (transaction) => {
    await addUp(transaction as never, here);
    await list(other, here, 'lung', ids.slice(4));
    // The second to add up leaves it to the first.
    await addUp(other, here);
  });
  expect(await tallied()).toEqual(await counted());
  await addUp(other, here);
  expect(await sql`select patients from patients.listed_tally`).toEqual([{ patients: 6 }]);
});
