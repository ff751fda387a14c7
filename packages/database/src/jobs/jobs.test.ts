import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Principal, type Role, roles } from '../principal.ts';
import { PlatformError } from '../problems.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { cancelJob, type Job, requestJob } from './index.ts';
import { startWorker, type Worker } from './worker.ts';

const principalOf = (role: Role, institutionId: string | null = null): Principal => ({
  accountId: `${role.toLowerCase()}@${institutionId ?? 'nation'}`,
  name: { en: role, zh: role },
  role,
  institutionId,
});
const manager = principalOf('DATA_MANAGER');
const hospital = '01900000-0000-7000-8000-000000000001';

let db: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 2, onnotice: () => {} });
  return async () => {
    await sql.end();
    await db.end();
  };
});

let worker: Worker | undefined;
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

const errors: Error[] = [];
const work = async (...jobs: Job[]) => {
  errors.length = 0;
  worker = await startWorker(db.ownerUrl, { jobs, onError: (error) => errors.push(error) });
};
const request = (kind: string, parameters = {}, principal = manager) =>
  db.database.session(principal, (session) => requestJob(session, kind, parameters));
const rowOf = async (id: string) => (await sql`select * from basic.job where id = ${id}`)[0];
const stateOf = async (id: string) => (await rowOf(id))?.state;

test('a job is done with the parameters of its request, and tells how far it is', async () => {
  const id = await request('double', { n: 21 });
  await work({
    kind: 'double',
    run: async ({ parameters, progress, requestedBy }) => {
      await progress('DOUBLING', 0.5);
      return { twice: 2 * (parameters as { n: number }).n, requestedBy };
    },
  });
  await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('DONE');
  expect(await rowOf(id)).toMatchObject({
    attempts: 1,
    step: 'DOUBLING',
    share: 1,
    result: { twice: 42, requestedBy: manager.accountId },
  });
  // A worker that runs already hears of a request at once, long before it would ask by itself (30 s).
  const next = await request('double', { n: 1 });
  await expect.poll(() => stateOf(next), { timeout: 10_000 }).toBe('DONE');
});

test('what the requester can correct is told, what broke is told as a failure alone', async () => {
  const [busy, broken] = [await request('busy'), await request('broken')];
  await work(
    {
      kind: 'busy',
      run: () => Promise.reject(new PlatformError('busy', 'Another release is being built.')),
    },
    { kind: 'broken', run: () => Promise.reject(new Error('patient 17 has no birth date')) },
  );
  await expect.poll(() => stateOf(busy), { timeout: 20_000 }).toBe('FAILED');
  await expect.poll(() => stateOf(broken), { timeout: 20_000 }).toBe('FAILED');
  expect((await rowOf(busy))?.problem).toBe('Another release is being built.');
  expect((await rowOf(broken))?.problem).not.toContain('17');
  expect(errors.map((error) => error.message)).toEqual(['patient 17 has no birth date']);
});

test('a job is cancelled while it waits and while it runs', async () => {
  const waiting = await request('wait');
  await db.database.session(manager, (session) => cancelJob(session, waiting));
  let runs = 0;
  await work({
    kind: 'wait',
    run: ({ signal }) => {
      runs++;
      return new Promise((_, fail) =>
        signal.addEventListener('abort', () => fail(signal.reason as Error)),
      );
    },
  });
  await expect.poll(() => stateOf(waiting), { timeout: 20_000 }).toBe('CANCELLED');
  const running = await request('wait');
  await expect.poll(() => stateOf(running), { timeout: 20_000 }).toBe('RUNNING');
  await db.database.session(manager, (session) => cancelJob(session, running));
  await expect.poll(() => stateOf(running), { timeout: 20_000 }).toBe('CANCELLED');
  expect(runs).toBe(1);
  // One that has ended stays as it is.
  expect(await db.database.session(manager, (session) => cancelJob(session, running))).toBe(false);
});

test('a job whose worker was killed is begun again by the next worker, exactly once', async () => {
  const id = await request('interrupted');
  const child: ChildProcess = fork(join(import.meta.dirname, 'testing/hanging-worker.ts'), [], {
    env: { ...process.env, OWNER_URL: db.ownerUrl },
  });
  await once(child, 'message');
  expect(await rowOf(id)).toMatchObject({ state: 'RUNNING', attempts: 1 });
  child.kill('SIGKILL');
  await once(child, 'exit');
  const attempts: number[] = [];
  const interrupted: Job = {
    kind: 'interrupted',
    run: async ({ attempt }) => {
      attempts.push(attempt);
      return {};
    },
  };
  await work(interrupted);
  await expect.poll(() => stateOf(id), { timeout: 40_000 }).toBe('DONE');
  expect(attempts).toEqual([2]);
}, 90_000);

test('a worker that stops gives back what it runs', async () => {
  const id = await request('long');
  const begun = Promise.withResolvers<void>();
  await work({
    kind: 'long',
    run: ({ signal }) => {
      begun.resolve();
      return new Promise((_, fail) =>
        signal.addEventListener('abort', () => fail(signal.reason as Error)),
      );
    },
  });
  await begun.promise;
  await worker?.stop();
  await work({ kind: 'long', run: async () => ({}) });
  await expect.poll(() => stateOf(id), { timeout: 40_000 }).toBe('DONE');
  expect((await rowOf(id))?.attempts).toBe(2);
}, 60_000);

test('national data managers and administrators request and see jobs, nobody else', async () => {
  const see = (principal: Principal) =>
    db.database.session(principal, (session) =>
      session.run({ text: 'select id from basic.job', bind: () => [] }),
    );
  const id = await request('seen');
  for (const role of roles) {
    for (const institution of [null, hospital]) {
      const principal = principalOf(role, institution);
      const may = institution === null && ['DATA_MANAGER', 'ADMINISTRATOR'].includes(role);
      expect([role, institution, (await see(principal)).length > 0]).toEqual([
        role,
        institution,
        may,
      ]);
      const asked = request('seen', {}, principal).then(
        () => true,
        () => false,
      );
      expect([role, institution, await asked]).toEqual([role, institution, may]);
      if (!may) expect(await db.database.session(principal, (s) => cancelJob(s, id))).toBe(false);
    }
  }
  const change = db.database.session(manager, (session) =>
    session.run({ text: `update basic.job set state = 'DONE'`, bind: () => [] }),
  );
  await expect(change).rejects.toThrow('permission denied');
  const forge = db.database.session(manager, (session) =>
    session.run({
      text: `insert into basic.job (id, kind, requested_by) values ('${uuidv7()}', 'seen', 'another')`,
      bind: () => [],
    }),
  );
  await expect(forge).rejects.toThrow('row-level security');
});
