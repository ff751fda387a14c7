import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from './principal.ts';
import { sqlStatement } from './statement.ts';
import { type TestDatabase, testDatabase } from './testing.ts';
import { isUnstorable } from './unavailable.ts';

const principal = (institutionId: string | null, role: Principal['role']): Principal => ({
  accountId: `${role}-${institutionId}`,
  name: { en: 'Test', zh: '测试' },
  role,
  institutionId,
});
const here = '01900000-0000-7000-8000-000000000001';
const there = '01900000-0000-7000-8000-000000000002';
const patient = '01900000-0000-7000-8000-0000000000aa';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.end());

const care = sqlStatement<{ patientId: string }>(
  sql`select patient_id from basic.care_relationship`,
);
const admit = sqlStatement<never>(
  sql`insert into basic.care_relationship (institution_id, patient_id) values (${sql.placeholder('institution')}, ${sql.placeholder('patient')})`,
);

test('an institution sees its own patients, and nobody else does', async () => {
  await db.database.session(principal(here, 'SYSTEM'), (s) =>
    s.run(admit, { institution: here, patient }),
  );
  const seenBy = (p: Principal) => db.database.session(p, (s) => s.run(care));
  expect(await seenBy(principal(here, 'CLINICIAN'))).toEqual([{ patientId: patient }]);
  expect(await seenBy(principal(there, 'CLINICIAN'))).toEqual([]);
  expect(await seenBy(principal(here, 'RESEARCHER'))).toEqual([]);
  expect(await seenBy(principal(here, 'DATA_MANAGER'))).toEqual([]);
  expect(await seenBy(principal(null, 'ADMINISTRATOR'))).toEqual([]);
});

test('only a system account writes, and only for its own institution', async () => {
  const write = (p: Principal, institution: string) =>
    db.database.session(p, (s) => s.run(admit, { institution, patient: there }));
  await expect(write(principal(here, 'CLINICIAN'), here)).rejects.toThrow('row-level security');
  await expect(write(principal(here, 'SYSTEM'), there)).rejects.toThrow('row-level security');
});

test('identity ends with the session: the next one on the same connection has its own', async () => {
  const sessions = Array.from({ length: 40 }, (_, i) =>
    db.database.session(principal(i % 2 ? here : there, 'CLINICIAN'), (s) => s.run(care)),
  );
  const seen = await Promise.all(sessions);
  for (const [i, rows] of seen.entries()) expect(rows).toHaveLength(i % 2);
});

test('a transaction that fails leaves nothing', async () => {
  const other = '01900000-0000-7000-8000-0000000000bb';
  await expect(
    db.database.session(principal(here, 'SYSTEM'), (s) =>
      s.transaction(async () => {
        await s.run(admit, { institution: here, patient: other });
        throw new Error('stop');
      }),
    ),
  ).rejects.toThrow('stop');
  const rows = await db.database.session(principal(here, 'CLINICIAN'), (s) => s.run(care));
  expect(rows).toEqual([{ patientId: patient }]);
});

test('no answer is given under an identity that could not be set', async () => {
  const nobody = { ...principal(here, 'CLINICIAN'), accountId: 'with\0zero' };
  await expect(db.database.session(nobody, (s) => s.run(care))).rejects.toThrow();
});

test('accesses of many sessions are recorded before any of them continues', async () => {
  await using own = await testDatabase();
  const action = 'read';
  await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      own.database.session(principal(i % 2 ? here : there, 'CLINICIAN'), async (s) => {
        // A connection held while the audit is written: there are fewer connections than sessions.
        await s.run(care);
        await s.audit(action, [patient, there]);
      }),
    ),
  );
  const owner = postgres(own.ownerUrl, { max: 1 });
  const rows = await owner`select account_id, role, institution_id, patient_ids from basic.audit`;
  await owner.end();
  expect(rows).toHaveLength(30);
  expect(rows.filter((row) => row.institution_id === here)).toHaveLength(15);
  for (const row of rows) {
    expect(row).toMatchObject({ account_id: `CLINICIAN-${row.institution_id}`, role: 'CLINICIAN' });
    expect(row.patient_ids).toEqual([patient, there]);
  }
});

test('an event is recorded whatever its texts hold', async () => {
  const who = principal(here, 'CLINICIAN');
  await db.database.session(who, (s) =>
    Promise.all(
      ['a\u0000b', '\ud83d', 'usual'].map((word) =>
        s.audit('search', [patient], { word, [word]: 1 }),
      ),
    ),
  );
  const owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  const rows = await owner`
    select detail ->> 'word' as word from basic.audit where account_id = ${who.accountId} and detail ? 'word' order by number`;
  await owner.end();
  expect(rows.map(({ word }) => word)).toEqual(['a\ufffdb', '\ufffd', 'usual']);
});

test('half of a sign within JSON is the sender’s, as U+0000 is', async () => {
  for (const text of ['\ud83d', '\udca9', 'a\u0000']) {
    const asked = { text: 'select $1::text::jsonb', bind: () => [JSON.stringify(text)] } as never;
    const error = await db.database
      .session(principal(here, 'CLINICIAN'), (s) => s.run(asked))
      .catch((reason: unknown) => reason);
    expect([text, isUnstorable(error)]).toEqual([text, true]);
  }
  const wrong = { text: 'select $1::uuid', bind: () => ['x'] } as never;
  const error = await db.database
    .session(principal(here, 'CLINICIAN'), (s) => s.run(wrong))
    .catch((reason: unknown) => reason);
  expect(isUnstorable(error)).toBe(false);
});
