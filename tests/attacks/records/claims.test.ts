import type { Principal } from '@nodp/database';
import { encodeId } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hospitals } from '../../fixtures.ts';
import { bundle, cancer, patient, visit } from '../../intake/examples.ts';
import { type Setting, send, setUp } from '../../intake/setting.ts';
import { numbered, residentNumber } from './persons.ts';

const { here, there } = hospitals;
const attacker: Principal = principalOf('SYSTEM', there);
const doctorHere = principalOf('CLINICIAN', here);
const doctorThere = principalOf('CLINICIAN', there);
const managerHere = principalOf('DATA_MANAGER', here);
const managerThere = principalOf('DATA_MANAGER', there);

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

let serial = 400;
let number: string;
const person = (id: string, more: object = {}, of = number) => numbered(id, of, more);

/** A patient of the first hospital, with a cancer, anew for each test. */
let known: string;
beforeEach(async () => {
  serial += 1;
  number = residentNumber(serial);
  const key = `known-${serial}`;
  await db.send(
    bundle(
      'transaction',
      person(key),
      cancer(`c-${key}`, `urn:uuid:${key}`),
      visit(`v-${key}`, `urn:uuid:${key}`),
    ),
  );
  const [row] =
    await db.owner`select patient_id from patients.patient_source where source_id = ${key}`;
  known = row?.patient_id;
});

const sendThere = (content: unknown) =>
  db.database.session(attacker, (session) => send(session, content));
const patientOf = async (key: string): Promise<string> => {
  const [row] =
    await db.owner`select patient_id from patients.patient_source where source_id = ${key} and institution_id = ${there}`;
  return row?.patient_id;
};
const page =
  'query ($id: ID!) { patient(id: $id) { sex vitalStatus tumours { id } institutions { code } } }';
const ask = (who: Principal, query: string, variables: object = {}) =>
  askerOf(patients, db.database)(who, query, variables as Record<string, unknown>);
const shown = async (who: Principal, id: string) =>
  (await ask(who, page, { id: encodeId('Patient', id) })).data.patient;
const counts = ({ counts: of, status }: { counts: unknown; status: string }) => ({ of, status });

test('another hospital’s patient’s number and birth date open nothing: the sender reads its own words alone', async () => {
  await sendThere(person('a1'));
  expect(await shown(doctorThere, known)).toBeNull();
  const own = await patientOf('a1');
  expect(own).not.toBe(known);
  expect(await shown(doctorThere, own)).toMatchObject({
    tumours: [],
    institutions: [{ code: 'H2' }],
  });
  expect((await shown(doctorHere, known)).tumours).toHaveLength(1);
});

test('the answer is the same as for a number that nobody knows', async () => {
  const ofKnown = await sendThere(
    bundle('transaction', person('b1'), cancer('bc1', 'urn:uuid:b1')),
  );
  const ofNobody = await sendThere(
    bundle(
      'transaction',
      person('b2', {}, residentNumber(100 + serial)),
      cancer('bc2', 'urn:uuid:b2'),
    ),
  );
  expect(counts(ofKnown)).toEqual(counts(ofNobody));
  const again = await sendThere(person('b1', { gender: 'female' }));
  const againNobody = await sendThere(
    person('b2', { gender: 'female' }, residentNumber(100 + serial)),
  );
  expect(counts(again)).toEqual(counts(againNobody));
});

test('three hundred numbers of one district and day in one Bundle find nobody, and leave their claim behind', async () => {
  const many = Array.from({ length: 300 }, (_, n) =>
    person(`m-${serial}-${n}`, {}, n === 0 ? number : residentNumber(n)),
  );
  const result = await sendThere(bundle('batch', ...many));
  expect(result.status).toBe('accepted');
  expect(await shown(doctorThere, known)).toBeNull();
  const [row] = await db.owner`select count(*)::int as n from patients.identity_claim
    where target_id = ${known} and institution_id = ${there}`;
  expect(row?.n).toBe(1);
  const [written] = await db.owner`select cardinality(patient_ids) as n from basic.audit
    where action = 'write' order by number desc limit 1`;
  expect(written?.n).toBe(300);
});

test('sex, name and life of the person stay as they are for the hospital that knows them', async () => {
  const before = await shown(doctorHere, known);
  await sendThere(
    person('d1', { gender: 'female', name: [{ text: '张三' }], deceasedDateTime: '2024-01-01' }),
  );
  expect(await shown(doctorHere, known)).toEqual(before);
  await sendThere(
    bundle(
      'transaction',
      person('d1', { gender: 'female', deceasedBoolean: false }),
      visit('dv1', 'urn:uuid:d1'),
    ),
  );
  expect(await shown(doctorHere, known)).toEqual({
    ...before,
    institutions: [{ code: 'H1' }, { code: 'H2' }],
  });
  // Opened by evidence and a name that agrees by now: its word on sex changes nothing for the other.
  expect(await patientOf('d1')).toBe(known);
  await sendThere(person('d1', { gender: 'female' }));
  expect((await shown(doctorHere, known)).sex).toBe(before.sex);
});

test('a visit with the same name opens the record to both; told to the hospital that knew the person', async () => {
  await sendThere(
    bundle('transaction', person('e1'), cancer('ec1', 'urn:uuid:e1'), visit('ev1', 'urn:uuid:e1')),
  );
  expect(await patientOf('e1')).toBe(known);
  expect((await shown(doctorThere, known)).tumours).toHaveLength(2);
  expect((await shown(doctorHere, known)).tumours).toHaveLength(2);
  const [row] =
    await db.owner`select patient_ids from basic.audit where action = 'claim' order by number desc limit 1`;
  expect(row?.patient_ids).toEqual([known]);
});

test('evidence that comes later opens it then, with all that was sent before', async () => {
  await sendThere(bundle('transaction', person('f1'), cancer('fc1', 'urn:uuid:f1')));
  expect(await shown(doctorThere, known)).toBeNull();
  await sendThere(visit('fv1', 'Patient/f1'));
  expect(await patientOf('f1')).toBe(known);
  expect((await shown(doctorThere, known)).tumours).toHaveLength(2);
});

test('evidence that came before the number does too', async () => {
  await sendThere(bundle('transaction', patient('g1'), visit('gv1', 'urn:uuid:g1')));
  await sendThere(person('g1'));
  expect(await patientOf('g1')).toBe(known);
});

const order = (id: string, subject: object, more: object = {}) => ({
  resourceType: 'ServiceRequest',
  id,
  status: 'active',
  intent: 'order',
  subject,
  code: { text: '转诊' },
  ...more,
});

test.each([
  ['an order', {}],
  ['a referral that was done', { intent: 'original-order', status: 'completed' }],
])('%s with the same name opens the record, though it is retained unread', async (_, more) => {
  const key = `o-${serial}`;
  const sent = bundle(
    'transaction',
    person(key),
    order(`s-${key}`, { reference: `urn:uuid:${key}` }, more),
  );
  expect((await sendThere(sent)).entries[1]?.outcome).toBe('retained');
  expect(await patientOf(key)).toBe(known);
});

test('an order that comes later, by the Patient’s address, does too', async () => {
  const key = `o-${serial}`;
  await sendThere(person(key));
  await sendThere(order(`s-${key}`, { reference: `Patient/${key}` }));
  expect(await patientOf(key)).toBe(known);
});

test.each([
  ['an order of another patient', { subject: { reference: 'Patient/nobody-else' } }],
  ['an order for a group', { subject: { reference: 'Group/g' } }],
  ['an order whose patient cannot be read', { subject: { display: '王小明' } }],
  ['a draft', { status: 'draft' }],
  ['what was revoked', { status: 'revoked' }],
  ['what was entered in error', { status: 'entered-in-error' }],
  ['a proposal', { intent: 'proposal' }],
  ['a plan', { intent: 'plan' }],
  ['an order not to do it', { doNotPerform: true }],
])('%s is no evidence of care', async (_, more) => {
  const key = `n-${serial}`;
  await sendThere(
    bundle('batch', person(key), order(`s-${key}`, { reference: `urn:uuid:${key}` }, more)),
  );
  expect(await patientOf(key)).not.toBe(known);
});

test.each(['planned', 'cancelled', 'entered-in-error', 'unknown'])(
  'a visit that is %s is no evidence of care',
  async (status) => {
    const key = `q-${serial}`;
    await sendThere(bundle('batch', person(key), visit(`v-${key}`, `urn:uuid:${key}`, { status })));
    expect(await patientOf(key)).not.toBe(known);
  },
);

test('the same number in another code system is another number', async () => {
  const key = `y-${serial}`;
  const passport = numbered(key, number, {}, 'http://example.org/passport');
  await sendThere(bundle('transaction', passport, visit(`v-${key}`, `urn:uuid:${key}`)));
  expect(await patientOf(key)).not.toBe(known);
  const [row] = await db.owner`select count(*)::int as n from patients.identity_claim
    where target_id = ${known} and institution_id = ${there}`;
  expect(row?.n).toBe(0);
});

test('a visit under another name opens nothing', async () => {
  await sendThere(
    bundle('transaction', person('h1', { name: [{ text: '张三' }] }), visit('hv1', 'urn:uuid:h1')),
  );
  expect(await shown(doctorThere, known)).toBeNull();
});

const list = '{ identityClaims(openOnly: true) { id institution { code } patient { id } state } }';
const waiting = async (who: Principal) =>
  (await ask(who, list)).data.identityClaims.filter(
    (claim: { patient: { id: string } }) => claim.patient.id === encodeId('Patient', known),
  );
const decide = (who: Principal, id: string, open: boolean) =>
  ask(who, 'mutation ($id: ID!, $open: Boolean!) { decideClaim(id: $id, open: $open) }', {
    id,
    open,
  });

test('what waits is on the list of who knows the person, not of who claims; that data manager decides', async () => {
  await sendThere(person('i1', { name: [{ text: '张三' }] }));
  expect(await waiting(managerThere)).toEqual([]);
  const [claim] = await waiting(managerHere);
  expect(claim).toMatchObject({ institution: { code: 'H2' }, state: 'WAITING' });
  expect((await decide(managerThere, claim.id, true)).data.decideClaim).toBe(false);
  expect((await decide(doctorHere, claim.id, true)).codes).toEqual(['FORBIDDEN']);
  expect((await decide(managerHere, claim.id, true)).data.decideClaim).toBe(true);
  expect((await decide(managerHere, claim.id, false)).data.decideClaim).toBe(false);
  // Each try is in the audit of the person who is claimed, before it is known what becomes of it; nothing of who claims is.
  const tried = await db.owner`select account_id, patient_ids from basic.audit
    where action = 'change' and detail->'fields' = '["decideClaim"]' order by number desc limit 3`;
  expect(tried.map(({ account_id }) => account_id)).toEqual([
    ...[managerHere, managerHere, managerThere].map(({ accountId }) => accountId),
  ]);
  for (const { patient_ids } of tried) expect(patient_ids).toEqual([known]);
  // Joined at once, and what comes after with it.
  expect(await patientOf('i1')).toBe(known);
  await sendThere(cancer('ic1', 'Patient/i1'));
  expect((await shown(doctorThere, known)).tumours).toHaveLength(2);
});

test('what was declined stays two patients, though the claim is sent again with evidence', async () => {
  await sendThere(person('j1', { name: [{ text: '张三' }] }));
  const [claim] = await waiting(managerHere);
  await decide(managerHere, claim.id, false);
  await sendThere(bundle('transaction', person('j1'), visit('jv1', 'urn:uuid:j1')));
  expect(await shown(doctorThere, known)).toBeNull();
  expect(await waiting(managerHere)).toEqual([]);
});

test('two keys of one person in one submission are one patient of the sender', async () => {
  await sendThere(bundle('transaction', person('k1'), person('k2')));
  expect(await patientOf('k1')).toBe(await patientOf('k2'));
  expect(await patientOf('k1')).not.toBe(known);
});

test('the database itself refuses whoever goes round', async () => {
  for (const [who, text, refusal] of [
    [doctorThere, `select * from patients.settle_claims('{}', '{}')`, 'may not write patients'],
    [doctorThere, `select * from patients.read_claims(false, 9)`, 'may not read the access audit'],
    [doctorThere, `select patients.decline_claim('${known}', '')`, 'may not review'],
    [
      attacker,
      `insert into patients.identity_claim (institution_id, patient_id, target_id, account_id, state)
      values ('${there}', '${known}', '${known}', 'x', 'APPROVED')`,
      'row-level security',
    ],
  ] as const)
    await expect(
      db.database.session(who, (session) => session.run({ text, bind: () => [] })),
      text,
    ).rejects.toThrow(refusal);
});
