import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityCipher } from '@nodp/database';
import { startWorker, type Worker } from '@nodp/database/jobs/worker';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { bundlesOf, nation } from '@nodp/nation';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  everyone,
  hospitals,
  identityKey,
  insertHospitals,
} from '../../../../../tests/fixtures.ts';
import { bundle, cancer, patient } from '../../../../../tests/intake/examples.ts';
import { createFhirEndpoint } from '../endpoint.ts';
import { clinicalIntake } from '../intake.ts';
import { removeExpired } from './expiry.ts';
import { fhirExportJob } from './fhir-export-job.ts';
import { exportClient, names, own, pathOf, type Resource, reader } from './testing.ts';

let db: TestDatabase;
let owner: postgres.Sql;
let folder: string;
let endpoint: ReturnType<typeof createFhirEndpoint>;
let worker: Worker | undefined;
const cipher = identityCipher({ identityKey });
const errors: Error[] = [];
const { ask, kickOff, send, ended, whole, searched } = exportClient(() => endpoint, errors);

const work = async (options: { page?: number; perFile?: number; retentionHours?: number } = {}) => {
  errors.length = 0;
  worker = await startWorker(db.ownerUrl, {
    jobs: [
      fhirExportJob({ ownerUrl: db.ownerUrl, database: db.database, cipher, folder, ...options }),
    ],
    onError: (error) => errors.push(error),
  });
};
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'nodp-exports-'));
  endpoint = createFhirEndpoint({
    database: db.database,
    intake: clinicalIntake(identityKey),
    url: 'https://nodp.example',
    version: '1',
    exports: folder,
  });
  for (const history of nation({ seed: 7, patients: 8 })) await send(bundlesOf(history)[0]?.bundle);
  const there = { ...everyone.SYSTEM, institutionId: hospitals.there };
  await send(bundle('transaction', patient('t1'), cancer('t1-c', 'urn:uuid:t1')), there);
}, 120_000);
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await owner`delete from basic.fhir_export`;
  await owner`update basic.job set state = 'CANCELLED' where state in ('REQUESTED', 'RUNNING')`;
  await removeExpired(owner, folder);
});
afterAll(async () => {
  await owner.end();
  await db.end();
  await rm(folder, { recursive: true });
});

test('an export gives what the searches of all types give, in files of a bounded size', async () => {
  await work({ page: 7, perFile: 20 });
  const { manifest, resources } = await whole();
  const expected = await searched();
  expect(expected.length).toBeGreaterThan(100);
  expect(names(resources)).toEqual(names(expected));
  const byName = (all: readonly Resource[]) =>
    new Map(all.map((one) => [`${one.resourceType}/${one.id}`, one]));
  expect(byName(resources)).toEqual(byName(expected));
  expect(manifest).toMatchObject({
    request: 'https://nodp.example/fhir/$export',
    requiresAccessToken: true,
    error: [],
  });
  expect(manifest.output.filter(({ type }) => type === 'Observation').length).toBeGreaterThan(1);
  expect(Math.max(...manifest.output.map(({ count }) => count))).toBe(20);
}, 120_000);

test('what lies on the disk names nobody, and every patient is in the access audit before', async () => {
  await work();
  const [before] = await owner`select max(number)::int as n from basic.audit`;
  const { manifest, resources, at } = await whole('/fhir/$export?_type=Patient');
  const id = at.split('/').at(-1) ?? '';
  const people = resources as unknown as { name?: { text?: string; family?: string }[] }[];
  const name = people.flatMap((one) => one.name?.[0]?.family ?? one.name?.[0]?.text ?? [])[0] ?? '';
  expect(name.length).toBeGreaterThan(0);
  for (const file of await readdir(join(folder, id)))
    expect((await readFile(join(folder, id, file))).includes(name)).toBe(false);
  const rows =
    await owner`select operation, cardinality(patient_ids) as patients, detail, request_id from basic.audit
    where number > ${before?.n} and action = 'export' order by number`;
  expect(rows.map(({ operation, patients }) => [operation, patients])).toEqual([
    ['GET /fhir/$export', 0],
    ['job fhir-export', resources.length],
    ['GET /fhir/$export-file', 0],
  ]);
  expect(rows[0]?.detail).toMatchObject({ export: id, types: ['Patient'] });
  expect(rows[1]?.request_id).toBe(id);
  expect(manifest.output).toHaveLength(1);
});

test('_since gives what was recorded from then on; the time of an export is where the next goes on', async () => {
  await work();
  const { manifest } = await whole('/fhir/Patient/$export?_type=Condition');
  const next = `/fhir/$export?_type=Patient,Condition&_since=${encodeURIComponent(manifest.transactionTime)}`;
  expect((await whole(next)).resources).toEqual([]);
  await send(bundle('transaction', patient('d1'), cancer('d1-c', 'urn:uuid:d1')));
  expect(names((await whole(next)).resources)).toEqual(['Condition/d1-c', 'Patient/d1']);
}, 60_000);

test('POST asks by a Parameters resource', async () => {
  await work();
  const { status, headers } = await kickOff('/fhir/$export', own, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({
      resourceType: 'Parameters',
      parameter: [
        { name: '_type', valueString: 'Patient' },
        { name: '_outputFormat', valueString: 'application/fhir+ndjson' },
      ],
    }),
  });
  expect(status).toBe(202);
  const { output } = await ended(pathOf(headers.get('content-location')));
  expect(output.map(({ type }) => type)).toEqual(['Patient']);
});

describe('what is asked for wrongly is refused and says why', () => {
  test.each([
    ['/fhir/$export?_type=Coverage', 400, 'not-supported'],
    ['/fhir/$export?_outputFormat=text/csv', 400, 'not-supported'],
    ['/fhir/$export?_since=yesterday', 400, 'value'],
    ['/fhir/$export?_since=2026-03-01', 400, 'value'],
    ['/fhir/$export?_typeFilter=Patient%3Fgender%3Dmale', 400, 'not-supported'],
    ['/fhir/$export-status/1', 404, 'not-found'],
    ['/fhir/$export-status/01900000-0000-7000-8000-000000000009', 404, 'not-found'],
    ['/fhir/$export-file/01900000-0000-7000-8000-000000000009/Patient-1.ndjson', 404, 'not-found'],
  ])('%s: %i %s', async (path, status, code) => {
    const answer = await kickOff(path);
    expect([answer.status, JSON.parse(answer.text).issue[0].code]).toEqual([status, code]);
  });

  test('without Prefer: respond-async, and with other methods and bodies', async () => {
    expect((await ask('/fhir/$export')).status).toBe(400);
    expect((await kickOff('/fhir/$export', own, { method: 'PUT', body: '{}' })).status).toBe(405);
    for (const body of ['no json', '{"resourceType":"Patient"}', 'null'])
      expect((await kickOff('/fhir/$export', own, { method: 'POST', body })).status).toBe(400);
    expect((await owner`select 1 from basic.fhir_export`).length).toBe(0);
  });
});

test('who may not read does not export, and a client exports the types alone that it was given', async () => {
  expect((await kickOff('/fhir/$export', reader('nothing', hospitals.here, []))).status).toBe(403);
  expect((await ask('/fhir/$export', {}, null)).status).toBe(401);
  for (const person of [everyone.CLINICIAN, everyone.ADMINISTRATOR, everyone.RESEARCHER])
    expect((await kickOff('/fhir/$export', person)).status).toBe(403);
  const some = reader('some', hospitals.here, ['Patient', 'Condition']);
  expect((await kickOff('/fhir/$export?_type=Patient,Observation', some)).status).toBe(403);
  await work();
  const { manifest } = await whole('/fhir/$export', some);
  expect(manifest.output.map(({ type }) => type)).toEqual(['Patient', 'Condition']);
});

test('another client and another institution neither see nor fetch nor end an export', async () => {
  await work();
  const { at, manifest } = await whole('/fhir/$export?_type=Condition');
  const file = pathOf(manifest.output[0]?.url ?? '');
  for (const other of [reader('other'), reader('program', hospitals.there)]) {
    expect((await ask(at, {}, other)).status).toBe(404);
    expect((await ask(file, {}, other)).status).toBe(404);
    expect((await ask(at, { method: 'DELETE' }, other)).status).toBe(404);
  }
  expect((await ask(file)).status).toBe(200);
  // The other institution's own export holds its own alone.
  const there = await whole('/fhir/$export', reader('program', hospitals.there));
  expect(names(there.resources)).toEqual(['Condition/t1-c', 'Patient/t1']);
}, 60_000);

test('one export of a client at a time, and few that are kept', async () => {
  const first = await kickOff();
  expect(first.status).toBe(202);
  const second = await kickOff();
  expect([second.status, second.headers.get('retry-after')]).toEqual([429, '60']);
  expect((await kickOff('/fhir/$export?_type=Patient', reader('other'))).status).toBe(202);
  const at = pathOf(first.headers.get('content-location'));
  const waiting = await ask(at);
  expect([waiting.status, waiting.headers.get('x-progress')]).toEqual([202, 'queued']);
  expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
  // One that is ended while it waits makes way for another.
  expect((await ask(at, { method: 'DELETE' })).status).toBe(202);
  expect((await ask(at)).status).toBe(404);
  await work();
  for (let n = 0; n < 3; n++) await whole('/fhir/$export?_type=Patient');
  expect((await kickOff('/fhir/$export?_type=Patient')).status).toBe(429);
}, 60_000);

test('an export that is ended while it runs leaves no file', async () => {
  await work({ page: 1 });
  const { headers } = await kickOff();
  const at = pathOf(headers.get('content-location'));
  const id = at.split('/').at(-1) ?? '';
  await expect
    .poll(async () => (await ask(at)).headers.get('x-progress'), { timeout: 20_000, interval: 20 })
    .toMatch(/^[1-9]\d* resources written$/);
  expect((await ask(at, { method: 'DELETE' })).status).toBe(202);
  expect((await ask(at)).status).toBe(404);
  const stateOf = async () => (await owner`select state from basic.job where id = ${id}`)[0]?.state;
  await expect.poll(stateOf, { timeout: 20_000 }).toBe('CANCELLED');
  expect(await readdir(folder)).toEqual([]);
  await removeExpired(owner, folder);
  expect((await owner`select 1 from basic.fhir_export`).length).toBe(0);
}, 60_000);

test('files expire and are removed; those that are kept stay', async () => {
  await work();
  const retained = await whole('/fhir/$export?_type=Patient');
  const { at, manifest } = await whole('/fhir/$export?_type=Condition');
  const id = at.split('/').at(-1) ?? '';
  const expires = Date.parse((await ask(at)).headers.get('expires') ?? '');
  expect((expires - Date.now()) / 3_600_000).toBeCloseTo(24, 1);
  expect(await removeExpired(owner, folder)).toEqual([]);
  await owner`update basic.fhir_export set expires_at = now() where id = ${id}`;
  expect((await ask(pathOf(manifest.output[0]?.url ?? ''))).status).toBe(404);
  expect(await removeExpired(owner, folder)).toEqual([id]);
  expect(await readdir(folder)).toEqual([retained.at.split('/').at(-1)]);
  expect((await ask(retained.at)).status).toBe(200);
}, 60_000);

test('what a crash interrupted is begun again, over what it left', async () => {
  await work({ page: 1 });
  const { headers } = await kickOff();
  const at = pathOf(headers.get('content-location'));
  await expect
    .poll(async () => (await ask(at)).headers.get('x-progress'), { timeout: 20_000, interval: 20 })
    .toMatch(/^[1-9]\d* resources written$/);
  await worker?.stop();
  await work();
  const manifest = await ended(at);
  const counted = manifest.output.reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe((await searched()).length);
}, 90_000);

test('a client that was revoked since it asked gets nothing, and the export says why', async () => {
  const { status, headers } = await kickOff(
    '/fhir/$export?_type=Patient',
    reader('client:01900000-0000-7000-8000-00000000000a'),
  );
  expect(status).toBe(202);
  await work();
  const at = pathOf(headers.get('content-location'));
  const poll = () => ask(at, {}, reader('client:01900000-0000-7000-8000-00000000000a'));
  await expect.poll(async () => (await poll()).status, { timeout: 20_000 }).toBe(500);
  expect((await poll()).text).toContain('may not read any more');
  expect(await readdir(folder)).toEqual([]);
});
