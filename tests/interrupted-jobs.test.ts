import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';
import { identityCipher } from '@nodp/database';
import { cancelJob, requestJob } from '@nodp/database/jobs';
import { startWorker } from '@nodp/database/jobs/worker';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { principalOf } from '@nodp/graph/testing';
import { recomputeJob, renewHashesJob } from '@nodp/subgraph-patients/jobs';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityKey } from './fixtures.ts';
import { clinicalPool } from './release/pool.ts';

const cipher = identityCipher({ identityKey });
const manager = principalOf('DATA_MANAGER', null);
const names = ['Ming', 'Fang', 'Lan', 'Jie'];
const institution = '01900000-0000-7000-8000-000000000001';
const kinds = ['recompute', 'renew-identity-hashes'];

let db: TestDatabase;
let sql: postgres.Sql;
const children: ChildProcess[] = [];

beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 2, onnotice: () => {} });
  const pool = clinicalPool(sql);
  await pool.institutions();
  for (const name of names) {
    await pool.patient(name, { born_on: '1960-01-01', born_precision: 'day' });
    await pool.tumour(name, { kind: 'PRIMARY', site_group: 'lung', topography: 'C34.1' });
  }
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await sql.end();
  await db.end();
});

/** As a version with other rules and other hashes left the data. */
const older = async () => {
  await sql`delete from patients.tumour_at_diagnosis`;
  await sql`delete from patients.recomputation`;
  await sql`delete from patients.identity`;
  for (const { patient_id } of await sql`select patient_id from patients.patient`) {
    const person = {
      name: '李杰生',
      medicalRecordNumbers: [],
      nationalId: null,
      phone: null,
      address: null,
    };
    await sql`insert into patients.identity (patient_id, institution_id, ciphertext, content_hash, submission_id, name_hashes,
      number_hashes, hash_version) values (${patient_id}, ${institution}, ${cipher.seal(JSON.stringify(person))}, 'x',
      ${patient_id}, '{}', '{}', 2)`;
  }
};

/** How many patients each job has done. */
const done = async () => {
  const [row] =
    await sql`select (select count(*)::int from patients.tumour_at_diagnosis) as recompute,
    (select count(*)::int from patients.identity where hash_version = 3) as renewed`;
  return [row?.recompute, row?.renewed];
};

const requested = () =>
  Promise.all(kinds.map((kind) => db.database.session(manager, (s) => requestJob(s, kind))));
const jobs = (ids: readonly string[]) =>
  sql`select kind, state, attempts, result from basic.job where id = any(${[...ids]}) order by kind`;

/** A worker in a process of its own, in the middle of both jobs: one patient of each is done. */
const inTheMiddle = async (): Promise<ChildProcess> => {
  const child = fork(join(import.meta.dirname, 'interrupted-worker.ts'), [], {
    env: { ...process.env, OWNER_URL: db.ownerUrl },
  });
  children.push(child);
  const begun = new Set<unknown>();
  for await (const [kind] of on(child, 'message')) {
    begun.add(kind);
    if (begun.size === kinds.length) break;
  }
  expect(await done()).toEqual([1, 1]);
  return child;
};

const working = async (until: () => Promise<void>) => {
  const worker = await startWorker(db.ownerUrl, {
    jobs: [recomputeJob(db.ownerUrl), renewHashesJob(db.ownerUrl, identityKey)],
    onError: (error) => {
      throw error;
    },
  });
  try {
    await until();
  } finally {
    await worker.stop();
  }
};

test('killed in the middle, recomputing and renewing hashes go on with the patient behind', async () => {
  await older();
  const ids = await requested();
  const child = await inTheMiddle();
  child.kill('SIGKILL');
  await once(child, 'exit');
  await working(() =>
    expect
      .poll(async () => [...(await jobs(ids))], { timeout: 60_000 })
      .toEqual([
        { kind: 'recompute', state: 'DONE', attempts: 2, result: { patients: 3 } },
        { kind: 'renew-identity-hashes', state: 'DONE', attempts: 2, result: { identities: 3 } },
      ]),
  );
  expect(await done()).toEqual([4, 4]);
});

test('cancelled in the middle, they end there, and the next request does the rest', async () => {
  await older();
  const ids = await requested();
  const child = await inTheMiddle();
  for (const id of ids) await db.database.session(manager, (session) => cancelJob(session, id));
  await expect
    .poll(async () => (await jobs(ids)).map(({ state }) => state), { timeout: 30_000 })
    .toEqual(['CANCELLED', 'CANCELLED']);
  expect(await done()).toEqual([1, 1]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const again = await requested();
  await working(() =>
    expect
      .poll(async () => [...(await jobs(again))], { timeout: 60_000 })
      .toEqual([
        { kind: 'recompute', state: 'DONE', attempts: 1, result: { patients: 3 } },
        { kind: 'renew-identity-hashes', state: 'DONE', attempts: 1, result: { identities: 3 } },
      ]),
  );
  expect(await done()).toEqual([4, 4]);
});
