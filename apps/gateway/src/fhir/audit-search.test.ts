import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEvent, Bundle, OperationOutcome } from '@medplum/fhirtypes';
import type { AuditAction, Principal } from '@nodp/database';
import { AUDIT_ACTIONS } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { structureCheck } from '@nodp/intake';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { everyone, hospitals, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { createFhirEndpoint } from './endpoint.ts';
import { clinicalIntake } from './intake.ts';

const PATIENT = '01900000-0000-7000-8000-0000000000aa';
const patient = encodeId('Patient', PATIENT);

let db: TestDatabase;
let owner: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  await insertHospitals(db.ownerUrl);
  await owner`insert into basic.care_relationship (institution_id, patient_id) values (${hospitals.here}, ${PATIENT})`;
});
afterAll(async () => {
  await owner.end();
  await db.end();
});
beforeEach(async () => {
  await owner`truncate basic.audit, basic.audit_head`;
});

const get = async <T = Bundle<AuditEvent>>(who: Principal | null, query: string) => {
  const endpoint = createFhirEndpoint({
    database: db.database,
    intake: clinicalIntake(identityKey),
    url: 'https://nodp.example',
    version: '1',
    exports: join(tmpdir(), 'no-exports'),
  });
  const request = new Request(
    query.startsWith('https:') ? query : `https://nodp.example/fhir/AuditEvent${query}`,
  );
  const response = await endpoint(request, { principal: who, requestId: 'r1' });
  return { status: response.status, body: (await response.json()) as T };
};

const record = (action: AuditAction, patientIds: string[] = []) =>
  db.database.session(everyone.CLINICIAN, (session) =>
    session.audit(action, patientIds, { hashes: ['secret'], shown: 3 }),
  );

test('a look at a patient is an AuditEvent: who, when, what, whom', async () => {
  await record('read', [PATIENT]);
  const { body } = await get(everyone.DATA_MANAGER, `?patient=${patient}&type=rest`);
  expect(body).toMatchObject({ resourceType: 'Bundle', type: 'searchset' });
  const [entry] = body.entry ?? [];
  expect(entry?.resource).toMatchObject({
    resourceType: 'AuditEvent',
    type: { code: 'rest' },
    action: 'R',
    outcome: '0',
    agent: [{ altId: everyone.CLINICIAN.accountId, requestor: true }],
    entity: [{ what: { identifier: { value: patient } } }, { name: 'platform' }],
  });
  expect(JSON.stringify(body)).not.toContain('secret');
});

test('every action there is has the structure of FHIR', async () => {
  for (const action of AUDIT_ACTIONS) await record(action, [PATIENT]);
  const { body } = await get(everyone.DATA_MANAGER, '');
  expect(body.entry).toHaveLength(AUDIT_ACTIONS.length + 1);
  const check = await structureCheck();
  for (const { resource } of body.entry ?? [])
    expect(check(resource as never, 'AuditEvent'), JSON.stringify(resource)).toEqual([]);
});

test('refusals have the outcome of a failure', async () => {
  await record('refused');
  await record('sign-in-refused');
  const { body } = await get(everyone.DATA_MANAGER, '?type=110114');
  expect(body.entry?.map(({ resource }) => resource?.outcome)).toEqual(['8']);
});

test('the link “next” leads through all of them once', async () => {
  for (let n = 0; n < 5; n++) await record('read', [PATIENT]);
  const seen: (string | undefined)[] = [];
  let query = '?type=rest&_count=2';
  for (;;) {
    const { body } = await get(everyone.DATA_MANAGER, query);
    seen.push(...(body.entry ?? []).map(({ resource }) => resource?.id));
    const next = body.link?.find(({ relation }) => relation === 'next')?.url;
    if (next === undefined) break;
    query = next;
  }
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
});

test('a search of the audit is in the audit', async () => {
  await get(
    everyone.PRIVACY_OFFICER,
    `?patient=${patient}&altid=dr-li&date=ge2026-01-01&date=le2026-12-31`,
  );
  const rows =
    await owner`select action, operation, account_id, patient_ids, detail from basic.audit`;
  expect(rows).toMatchObject([
    {
      action: 'audit-read',
      operation: 'GET /fhir/AuditEvent',
      account_id: everyone.PRIVACY_OFFICER.accountId,
      patient_ids: [PATIENT],
      detail: {
        account: 'dr-li',
        from: '2025-12-31T16:00:00.000Z',
        to: '2026-12-31T16:00:00.000Z',
      },
    },
  ]);
});

test.each([
  '?date=yesterday',
  '?date=gt2026-01-01',
  '?_count=0',
  '?_count=9999',
  '?_page=x',
  '?type=other',
  '?patient=7',
  '?entity=7',
])('what AuditEvent is not searched by is refused with what it is: %s', async (query) => {
  const { status, body } = await get<OperationOutcome>(everyone.DATA_MANAGER, query);
  expect([status, body.resourceType]).toEqual([400, 'OperationOutcome']);
});

test('nobody, and who may not read the audit, is refused', async () => {
  expect((await get(null, '')).status).toBe(401);
  for (const role of ['CLINICIAN', 'ADMINISTRATOR', 'SYSTEM', 'RESEARCHER'] as const)
    expect((await get(everyone[role], '')).status).toBe(403);
});
