import { isUnstorable, type Principal } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { Hono } from 'hono';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { everyone, hospitals, insertHospitals } from '../../../../tests/fixtures.ts';
import { auditEndpoint } from './endpoint.ts';

const PATIENT = '01900000-0000-7000-8000-0000000000aa';

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

const ask = async (who: Principal | null, query = '', headers: object = { 'x-nodp-csrf': '1' }) => {
  const app = new Hono<{
    Variables: { principal: Principal | null; requestId: string; callerRequestId: null };
  }>();
  app.use('*', async (c, next) => {
    c.set('principal', who);
    c.set('requestId', 'r1');
    c.set('callerRequestId', null);
    await next();
  });
  app.route('/audit', auditEndpoint(db.database));
  app.onError((error, c) => c.text(error.message, isUnstorable(error) ? 400 : 500));
  const response = await app.request(`/audit/events.csv${query}`, {
    headers: headers as Record<string, string>,
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

const access = (accountId: string, patientIds: string[] = [PATIENT]) =>
  db.database.session({ ...everyone.CLINICIAN, accountId }, (session) =>
    session.audit('read', patientIds, { shown: 1, hashes: ['secret'] }),
  );

test('a file holds what the reader may see, and the export is its first row: recorded before it was read', async () => {
  await access('dr-li');
  await db.database.session({ ...everyone.CLINICIAN, institutionId: hospitals.there }, (session) =>
    session.audit('read', [PATIENT]),
  );
  const { status, text, headers } = await ask(everyone.DATA_MANAGER);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  const lines = text.replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(',export,GET /audit/events.csv,');
  expect(lines[2]).toMatch(/^20\d\d-.*Z,dr-li,CLINICIAN,H1,read,platform,TREAT,1,pat_/);
  expect(lines[2]).toContain('"{""shown"":1}"');
  expect(text).not.toContain('secret');
});

test('a name that would be a formula is none', async () => {
  await access('=HYPERLINK("http://x")');
  const { text } = await ask(everyone.DATA_MANAGER, '?action=read');
  expect(text).toContain(`,"'=HYPERLINK(""http://x"")",`);
});

test('more rows than a page follow one another without a gap', async () => {
  await Promise.all(Array.from({ length: 2_345 }, (_, n) => access(`dr-${n}`)));
  const { text } = await ask(everyone.DATA_MANAGER, '?action=READ');
  const accounts = text.split('\r\n').flatMap((line) => /,(dr-\d+),/.exec(line)?.[1] ?? []);
  expect(new Set(accounts).size).toBe(2_345);
  expect(accounts).toHaveLength(2_345);
});

test('it is asked for by account, patient, action and day', async () => {
  await access('dr-li');
  await access('dr-wu', []);
  const rowsOf = async (query: string) =>
    (await ask(everyone.PRIVACY_OFFICER, query)).text.trimEnd().split('\r\n').length - 1;
  expect(await rowsOf('?account=dr-li')).toBe(1);
  expect(await rowsOf(`?patient=${encodeId('Patient', PATIENT)}&action=read`)).toBe(1);
  expect(await rowsOf('?action=sign-in,sign-out')).toBe(0);
  expect(await rowsOf('?from=2020-01-01&to=2020-01-31')).toBe(0);
});

test.each([
  ['?action=look', 400],
  ['?from=2026-02-30', 400],
  ['?from=0000-01-01', 400],
  ['?patient=7', 400],
])('what cannot be asked is refused and not recorded: %s', async (query, status) => {
  expect((await ask(everyone.DATA_MANAGER, query)).status).toBe(status);
  expect(await owner`select 1 from basic.audit`).toEqual([]);
});

test('nobody, who may not read it, and another site’s page get nothing', async () => {
  expect((await ask(null)).status).toBe(401);
  for (const role of ['CLINICIAN', 'ADMINISTRATOR', 'RESEARCHER', 'SYSTEM'] as const)
    expect((await ask(everyone[role])).status).toBe(403);
  expect((await ask(everyone.DATA_MANAGER, '', {})).status).toBe(400);
  expect(await owner`select 1 from basic.audit`).toEqual([]);
});

test('what cannot be asked of the database is no file that breaks off', async () => {
  const { status, headers } = await ask(everyone.DATA_MANAGER, '?account=%00');
  expect([status, headers.get('content-disposition')]).toEqual([400, null]);
});
