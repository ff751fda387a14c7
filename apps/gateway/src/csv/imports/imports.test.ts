import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../../tests/fixtures.ts';
import { clinicalIntake } from '../../fhir/index.ts';
import { createCsvEndpoint } from '../endpoint.ts';
import { whileHeld } from '../testing/holding.ts';
import { takeFilesJob } from './take-files-job.ts';

let db: TestDatabase;
let sql: postgres.Sql;
let folder: string;
let endpoint: ReturnType<typeof createCsvEndpoint>;
const intake = clinicalIntake(identityKey);
const errors: Error[] = [];
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  sql = postgres(db.ownerUrl, { max: 1 });
  folder = await mkdtemp(join(tmpdir(), 'nodp-imports-'));
  endpoint = createCsvEndpoint({
    ...{ database: db.database, intake, maxBytes: 10_000_000 },
    imports: { folder, onReceived: async () => {} },
  });
});
afterAll(async () => {
  await sql.end();
  await db.end();
  await rm(folder, { recursive: true });
});

const caller = { principal: everyone.DATA_MANAGER, requestId: 'r' };
const headers = { 'content-type': 'text/csv; charset=utf-8', 'x-nodp-csrf': '1' };
const reach = async (path: string, method = 'GET', body?: string) => {
  const request = new Request(`https://nodp.example/csv${path}`, {
    ...{ method, headers },
    ...(body === undefined ? {} : { body }),
  });
  return endpoint(request, caller);
};
const send = async (id: string, text: string) => {
  const answer = await reach(`?later=1&upload=${id}&name=rows.csv`, 'POST', text);
  expect(answer.status).toBe(202);
  return answer.json();
};
const file = async (id: string) => (await reach(`/files/${id}`)).json();

/** Runs the job as a worker does, to its end or until it is stopped. */
const run = (control = new AbortController()) =>
  takeFilesJob({
    ...{ ownerUrl: db.ownerUrl, applicationUrl: db.applicationUrl, identityKey, folder },
    beside: { database: db.database, intake },
    onCounts: () => {},
    onError: (error) => errors.push(error),
  }).run({
    ...{ id: 'j', parameters: {}, requestedBy: 'nodp', attempt: 1 },
    ...{ signal: control.signal, progress: async () => {} },
  });

const institution = everyone.DATA_MANAGER.institutionId ?? '';

/** Does something while the first rows of a file are being taken in. @returns the job, which goes on */
const whileBegun = async (
  id: string,
  control: AbortController,
  work: () => Promise<void>,
): Promise<{ readonly job: ReturnType<typeof run> }> => {
  let job: ReturnType<typeof run> | undefined;
  await whileHeld(db.ownerUrl, { institution, id }, async (reached) => {
    job = run(control);
    // It is waited for after what is tried.
    job.catch(() => {});
    await expect.poll(reached, { timeout: 60_000 }).toBe(true);
    await work();
  });
  return { job: job as ReturnType<typeof run> };
};

const rowsOf = (letter: string, many: number, wrong = -1): string =>
  `patient_id,name,sex\n${Array.from(
    { length: many },
    (_, i) => `${letter}${i},王秘密,${i === wrong ? 'x' : '男'}\n`,
  ).join('')}`;

test('a file is kept sealed, taken in by the job, and what became of its rows is told', async () => {
  const id = '01900000-0000-7000-8000-0000000000c1';
  expect(await send(id, rowsOf('K', 1_200, 3))).toEqual({ id, state: 'WAITING' });
  const [name] = await readdir(folder);
  const lying = await readFile(join(folder, name ?? ''));
  expect([lying.includes('王秘密'), lying.includes('K1000,王秘密')]).toEqual([false, false]);
  expect(await file(id)).toMatchObject({ state: 'WAITING', name: 'rows.csv', counts: null });

  expect(await run()).toEqual({ files: 1 });
  expect(errors).toEqual([]);
  expect(await file(id)).toMatchObject({
    ...{ state: 'DONE', share: 1, counts: { rows: 1_200, created: 1_199, refusedRows: 1 } },
    result: { kind: 'patient', refused: 1, told: [{ line: 5, outcome: 'refused' }], untold: 0 },
  });
  const refused = await (await reach(`/files/${id}?rows=refused`)).text();
  expect(refused.split('\r\n')[1]).toMatch(/^K3,王秘密,x,5,sex,/);
  // Its content is needed no more; the list of refused rows is sealed too.
  const left = await readdir(folder);
  expect(left.length).toBe(1);
  expect((await readFile(join(folder, left[0] ?? ''))).includes('王秘密')).toBe(false);
});

test('another institution neither sees nor stops a file', async () => {
  const id = '01900000-0000-7000-8000-0000000000c2';
  await send(id, rowsOf('O', 3));
  const other = { ...caller, principal: { ...everyone.DATA_MANAGER, institutionId: OTHER } };
  const asOther = (method: string) =>
    endpoint(new Request(`https://nodp.example/csv/files/${id}`, { method, headers }), other);
  expect((await asOther('GET')).status).toBe(404);
  expect((await asOther('DELETE')).status).toBe(404);
  expect((await reach(`/files/${id}`, 'DELETE')).status).toBe(200);
  expect(await file(id)).toMatchObject({ state: 'CANCELLED', endedAt: expect.any(String) });
  expect(await run()).toEqual({ files: 0 });
});
const OTHER = '01900000-0000-7000-8000-00000000ffff';

test('a file whose worker stopped goes on after its last rows, and each row counts once', async () => {
  const id = '01900000-0000-7000-8000-0000000000c3';
  await send(id, rowsOf('R', 4_000, 2));
  const control = new AbortController();
  const { job: stopped } = await whileBegun(id, control, async () => control.abort());
  await expect(stopped).rejects.toThrow();
  const between = await file(id);
  expect(between).toMatchObject({ state: 'RUNNING' });
  expect(between.counts.rows).toBeGreaterThan(0);
  expect(between.counts.rows).toBeLessThan(4_000);
  // Sent again meanwhile, it is the file that is taken in already.
  expect(await send(id, rowsOf('R', 4_000, 2))).toEqual({ id, state: 'WAITING' });
  expect(await run()).toEqual({ files: 1 });
  const result = (await file(id)).result;
  expect(result).toMatchObject({ rows: 4_000, created: 3_999, unchanged: 0, refused: 1 });
  expect(result.resumedAfter).toBeGreaterThan(0);
  expect(result.told.map(({ line }: { line: number }) => line)).toEqual([4]);
});

test('a file that is stopped stays stopped, and what was taken in of it stands', async () => {
  const id = '01900000-0000-7000-8000-0000000000c4';
  await send(id, rowsOf('S', 4_000));
  const { job: running } = await whileBegun(id, new AbortController(), async () => {
    expect((await reach(`/files/${id}`, 'DELETE')).status).toBe(200);
    expect(await file(id)).toMatchObject({ state: 'RUNNING', cancelling: true, endedAt: null });
  });
  await running;
  const ended = await file(id);
  expect(ended).toMatchObject({ state: 'CANCELLED', cancelling: true });
  expect(ended.counts.rows).toBeGreaterThan(0);
  expect(ended.counts.rows).toBeLessThan(4_000);
  expect((await (await reach('/files')).json()).map((f: { id: string }) => f.id)[0]).toBe(id);
});

test('files of several institutions are taken in beside each other, of one institution in their order', async () => {
  const [first, second, others] = ['c5', 'c6', 'c7'].map(
    (end) => `01900000-0000-7000-8000-0000000000${end}`,
  ) as [string, string, string];
  const [{ other } = { other: '' }] = await sql<{ other: string }[]>`
    select id as other from basic.institution where id <> ${institution} order by id limit 1`;
  const principal = { ...everyone.DATA_MANAGER, institutionId: other };
  const asOther = async (path: string, body?: string) => {
    const method = body === undefined ? 'GET' : 'POST';
    const request = new Request(`https://nodp.example/csv${path}`, {
      ...{ method, headers },
      ...(body === undefined ? {} : { body }),
    });
    return (await endpoint(request, { ...caller, principal })).json();
  };
  await send(first, rowsOf('T', 3_000));
  await send(second, rowsOf('U', 3));
  await asOther(`?later=1&upload=${others}`, rowsOf('V', 3));
  const { job: running } = await whileBegun(first, new AbortController(), async () => {
    // The other's, sent last, is done while the first is under way; its own second waits.
    await expect
      .poll(async () => (await asOther(`/files/${others}`)).state, { timeout: 60_000 })
      .toBe('DONE');
    expect(await file(second)).toMatchObject({ state: 'WAITING' });
    // What comes while the job runs is taken up by it.
    await asOther(`?later=1&upload=${others}`, rowsOf('W', 3));
    await expect
      .poll(async () => (await asOther(`/files/${others}`)).state, { timeout: 60_000 })
      .toBe('DONE');
  });
  expect(await running).toEqual({ files: 4 });
  expect(await file(second)).toMatchObject({ state: 'DONE', counts: { created: 3 } });
});
