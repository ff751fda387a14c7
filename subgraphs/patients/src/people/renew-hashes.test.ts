import { identityCipher, type PersonIdentity } from '@nodp/database';
import { runNow } from '@nodp/database/jobs/run-now';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityHashesOutdated } from './renew-hashes.ts';
import { renewHashesJob } from './renew-hashes-job.ts';

const key = new Uint8Array(32).fill(7);
const cipher = identityCipher({ identityKey: key });
const patient = '01900000-0000-7000-8000-0000000000aa';
const institution = '01900000-0000-7000-8000-000000000001';

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

test('an identity that an older version stored is found by pinyin and by ends of its numbers, and by what it was', async () => {
  const person: PersonIdentity = {
    name: '李杰生',
    medicalRecordNumbers: ['NCC-00000252'],
    nationalId: null,
    phone: '139-1234-5678',
    address: null,
  };
  await sql`
    insert into patients.identity (patient_id, institution_id, ciphertext, content_hash, submission_id, name_hashes,
      number_hashes, hash_version)
    values (${patient}, ${institution}, ${cipher.seal(JSON.stringify(person))}, 'x', ${patient}, ${['of a former name']},
      ${[cipher.numberHash('another number')]}, 2)`;
  const renew = () =>
    runNow(db.ownerUrl, renewHashesJob(db.ownerUrl, key), {
      signal: new AbortController().signal,
      onProgress: () => {},
      onError: (error) => {
        throw error;
      },
    });
  expect(await identityHashesOutdated(db.ownerUrl)).toBe(true);
  expect(await renew()).toEqual({ identities: 1 });
  expect(await identityHashesOutdated(db.ownerUrl)).toBe(false);
  const [row] = await sql`select name_hashes, number_hashes, hash_version from patients.identity`;
  expect(row?.name_hashes).toEqual(
    expect.arrayContaining(['of a former name', ...cipher.nameSearchHashes('ljs lijs 李')]),
  );
  for (const number of ['another number', 'NCC00000252', '0252', '5678', '13912345678']) {
    const stored = new Set(row?.number_hashes);
    expect(
      cipher.numberSearchHashes(number).some((hash) => stored.has(hash)),
      number,
    ).toBe(true);
  }
  expect(row?.hash_version).toBe(3);
  expect(await renew()).toEqual({ identities: 0 });
  expect(
    await sql`select kind, state, step, share from basic.job order by id limit 1`,
  ).toMatchObject([{ kind: 'renew-identity-hashes', state: 'DONE', step: 'RENEWING', share: 1 }]);
});
