import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyAudit } from './audit-chain.ts';
import type { Principal } from './principal.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const doctor: Principal = {
  accountId: 'dr-li',
  name: { en: 'Li', zh: '李' },
  role: 'CLINICIAN',
  institutionId: '01900000-0000-7000-8000-000000000001',
};
const patient = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

let db: TestDatabase;
let owner: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await db.end();
});

/** Twelve accesses of four accounts at once, and nothing else. */
beforeEach(async () => {
  await owner`truncate basic.audit, basic.audit_head`;
  await Promise.all(
    [0, 1, 2, 3].map((person) =>
      db.database.session({ ...doctor, accountId: `dr-${person}` }, async (session) => {
        for (let n = 0; n < 3; n++) await session.audit('read', [patient(n)]);
      }),
    ),
  );
});

test('an audit that nobody changed is whole, however many wrote at once', async () => {
  const { head, fault } = await verifyAudit(owner);
  expect(fault).toBeNull();
  expect(head.number).toBe(12);
  expect(head.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('an empty audit is whole', async () => {
  await owner`truncate basic.audit, basic.audit_head`;
  expect(await verifyAudit(owner)).toEqual({ head: { number: 0, hash: '' }, fault: null });
});

test.each([
  ["account_id = 'somebody-else'"],
  ["at = at + interval '1 minute'"],
  ["operation = 'PatientList'"],
  ["patient_ids = '{}'"],
  ["caller_request_id = 'x'"],
  ["detail = '{}'"],
  ["action = 'search'"],
])('a row that says something else is found: %s', async (change) => {
  await owner.unsafe(`update basic.audit set ${change} where number = 5`);
  expect((await verifyAudit(owner)).fault).toEqual({ kind: 'changed', number: 5 });
});

test('a changed row with a hash that fits it no longer fits the next', async () => {
  await owner`update basic.audit set account_id = 'x' where number = 5`;
  await owner`update basic.audit a set hash = basic.audit_hash(a) where number = 5`;
  expect((await verifyAudit(owner)).fault).toEqual({ kind: 'changed', number: 6 });
});

test('rows that are gone are found: the first, some in the middle, the last', async () => {
  await owner`delete from basic.audit where number in (4, 5)`;
  expect((await verifyAudit(owner)).fault).toEqual({ kind: 'removed', number: 4, next: 6 });
  await owner`delete from basic.audit where number = 1`;
  expect((await verifyAudit(owner)).fault).toEqual({ kind: 'removed', number: 1, next: 2 });
});

test('the newest rows cannot be taken away unseen', async () => {
  await owner`delete from basic.audit where number > 10`;
  expect((await verifyAudit(owner)).fault).toEqual({ kind: 'removed', number: 11, next: null });
});

test('a chain that the owner of the database rebuilt is found by a head noted elsewhere', async () => {
  const { head } = await verifyAudit(owner);
  await owner`truncate basic.audit, basic.audit_head`;
  await db.database.session(doctor, async (session) => {
    for (let n = 0; n < 13; n++) await session.audit('read', [patient(n)]);
  });
  expect((await verifyAudit(owner)).fault).toBeNull();
  expect((await verifyAudit(owner, head)).fault).toEqual({ kind: 'replaced', number: 12 });
});

test('the application adds to the audit and can neither read, change nor chain it', async () => {
  const application = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await application`set role nodp_app`;
    for (const statement of [
      'select * from basic.audit',
      'select * from basic.audit_head',
      "update basic.audit set account_id = 'x'",
      'delete from basic.audit',
      'truncate basic.audit',
      'update basic.audit_head set number = 0',
      'select basic.audit_hash(null)',
    ]) {
      await expect(application.unsafe(statement), statement).rejects.toThrow('permission denied');
    }
  } finally {
    await application.end();
  }
});
