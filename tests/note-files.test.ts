import type { Principal } from '@nodp/database';
import { identityCipher } from '@nodp/database';
import { encodeId } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteFilesEndpoint } from '../apps/gateway/src/note-files/endpoint.ts';
import { hospitals, identityKey } from './fixtures.ts';
import { bundle, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';

let db: Setting;
let patientId: string;
let note: string;
const clinician = principalOf('CLINICIAN', hospitals.here);
const coordinator = principalOf('FOLLOWUP_COORDINATOR', hospitals.here);

/** As an account of the gateway asks. */
const send = (who: Principal | null, path: string, body?: Uint8Array) => {
  const app = new Hono<{
    Variables: { requestId: string; callerRequestId: null; principal: Principal | null };
  }>();
  app.use('*', async (c, next) => {
    c.set('requestId', '01900000-0000-7000-8000-00000000aaaa');
    c.set('callerRequestId', null);
    c.set('principal', who);
    await next();
  });
  app.route('/note-files', noteFilesEndpoint(db.database, identityCipher({ identityKey })));
  return app.request(
    `/note-files/${path}`,
    body === undefined ? {} : { method: 'POST', body: Buffer.from(body) },
  );
};
const bytes = (words: string) => new TextEncoder().encode(words);
const PDF = bytes('%PDF-1.7 外院病理');
const files = async (by = clinician) =>
  (
    await askerOf(patients, db.database)(
      by,
      'query ($id: ID!) { patient(id: $id) { notes { files { id name mediaType bytes sha256 addedBy own } } } }',
      { id: encodeId('Patient', patientId) },
    )
  ).data?.patient?.notes?.[0]?.files;

beforeAll(async () => {
  db = await setUp();
  await db.send(bundle('batch', patient('f1')));
  const [row] =
    await db.owner`select patient_id from patients.patient_source where source_id = 'f1'`;
  patientId = row?.patient_id;
  const { data } = await askerOf(patients, db.database)(
    clinician,
    'mutation ($p: ID!) { writeNote(patient: $p, text: "Report of the other hospital.") { id } }',
    { p: encodeId('Patient', patientId) },
  );
  note = data.writeNote.id;
});
afterAll(() => db.end());

test('a file stands beside a note, sealed, and comes back as a download that nothing runs', async () => {
  const added = await send(clinician, `${note}?name=${encodeURIComponent('病理/报告.html')}`, PDF);
  expect(added.status).toBe(201);
  const { id } = (await added.json()) as { id: string };
  expect(await files(coordinator)).toEqual([
    {
      ...{ id, name: '病理报告.html.pdf', mediaType: 'application/pdf', bytes: PDF.length },
      ...{
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        addedBy: clinician.accountId,
        own: false,
      },
    },
  ]);
  const [stored] = await db.owner`select content from patients.note_file`;
  expect(Buffer.from(stored?.content).includes('PDF')).toBe(false);
  const answer = await send(coordinator, id);
  expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(PDF))).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''%E7%97%85/),
    'content-security-policy': expect.stringContaining('sandbox'),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  // The same content stands there once.
  expect((await send(clinician, note, PDF)).status).toBe(409);
});

test('pages, programs and what is too long are refused, whatever they are called', async () => {
  expect(
    (await send(clinician, `${note}?name=a.pdf`, bytes('<html><script>x()</script>'))).status,
  ).toBe(415);
  expect((await send(clinician, `${note}?name=a.txt`, bytes('<svg onload="x()"/>'))).status).toBe(
    415,
  );
  expect(
    (await send(clinician, `${note}?name=a.png`, Uint8Array.of(0x4d, 0x5a, 0x90, 0))).status,
  ).toBe(415);
  expect((await send(clinician, note, new Uint8Array(10 * 2 ** 20 + 1))).status).toBe(413);
  expect((await send(clinician, note, new Uint8Array())).status).toBe(400);
});

test('nobody else adds, reads or takes back; who added it takes it back, and a note taken back shows none', async () => {
  const [{ id }] = await files();
  for (const who of [
    principalOf('CLINICIAN', hospitals.there),
    principalOf('SYSTEM', hospitals.here),
    principalOf('DATA_MANAGER', hospitals.here),
    null,
  ]) {
    expect([401, 403, 404]).toContain((await send(who, id)).status);
    expect([401, 403, 409]).toContain((await send(who, note, bytes('another'))).status);
    expect([401, 403, 404]).toContain((await send(who, `${id}/take-back`, bytes('{}'))).status);
  }
  // A colleague reads it, and neither adds to the note nor takes the file back.
  expect((await send(coordinator, note, bytes('another'))).status).toBe(409);
  expect((await send(coordinator, `${id}/take-back`, bytes('{}'))).status).toBe(404);
  const read = await db.count('basic.audit', "detail ->> 'note' = 'file read'");
  expect(read).toBeGreaterThan(0);
  expect((await send(clinician, `${id}/take-back`, bytes('{}'))).status).toBe(200);
  expect((await send(clinician, id)).status).toBe(404);
  expect(await files()).toEqual([]);
  const again = (await (await send(clinician, note, PDF)).json()) as { id: string };
  await askerOf(patients, db.database)(
    clinician,
    'mutation ($id: ID!) { changeNote(id: $id, after: 1) { id } }',
    { id: note },
  );
  expect((await send(clinician, again.id)).status).toBe(404);
});

test('ten files stand beside a note at most, and nonsense is no address', async () => {
  const { data } = await askerOf(patients, db.database)(
    clinician,
    'mutation ($p: ID!) { writeNote(patient: $p, text: "Ten.") { id } }',
    { p: encodeId('Patient', patientId) },
  );
  for (let i = 0; i < 10; i++)
    expect((await send(clinician, data.writeNote.id, bytes(`file ${i}`))).status).toBe(201);
  expect((await send(clinician, data.writeNote.id, bytes('eleven'))).status).toBe(409);
  for (const path of ['nonsense', encodeId('Patient', patientId), '..%2Faudit'])
    expect((await send(clinician, path)).status).toBe(404);
});
