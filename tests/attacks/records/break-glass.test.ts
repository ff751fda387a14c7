import type { Principal } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { fhir, ingest } from '@nodp/intake';
import { patients } from '@nodp/subgraph-patients';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clinicalIntake } from '../../../apps/gateway/src/fhir/index.ts';
import { hospitals, insertHospitals } from '../../fixtures.ts';
import { patientBundle } from '../../patient-bundle.ts';

const { here, there } = hospitals;
const doctor = principalOf('CLINICIAN', here);
const colleague: Principal = { ...doctor, accountId: 'another-clinician' };
const manager = principalOf('DATA_MANAGER', here);
const managerThere = principalOf('DATA_MANAGER', there);

const NATIONAL_ID = '110101196104010014';
const card = { name: '李洁', nationalId: NATIONAL_ID, birthDate: '1961-04-01' };
const reason = 'Unconscious after a fall, anticoagulation unknown.';

let db: TestDatabase;
let owner: postgres.Sql;
/** Cared for there alone. */
let patient: string;
let patientId: string;

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  const intake = clinicalIntake(new Uint8Array(32));
  const bundle = patientBundle();
  const identifier = [
    {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'NI' }] },
      system: 'urn:oid:2.16.156.10011.1.3',
      value: NATIONAL_ID,
    },
  ];
  Object.assign(bundle.entry[0]?.resource ?? {}, {
    identifier,
    name: [{ text: card.name }],
    birthDate: card.birthDate,
  });
  const content = Buffer.from(JSON.stringify(bundle));
  await db.database.session(principalOf('SYSTEM', there), (session) =>
    ingest(session, intake, { channel: 'fhir', content, format: fhir(intake) }),
  );
  const [row] = await owner`select patient_id from patients.patient`;
  patientId = row?.patient_id;
  patient = encodeId('Patient', patientId);
});
afterAll(async () => {
  await owner.end();
  await db.end();
});
beforeEach(async () => {
  await owner`truncate basic.audit, basic.audit_head, basic.break_glass, basic.restricted_patient, basic.restricted_access_review`;
});

const ask = (who: Principal, query: string, variables: object = {}) =>
  askerOf(patients, db.database)(who, query, variables as Record<string, unknown>);

const breakIt = async (who: Principal, input: object = {}) => {
  const query = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { state patientId until } }`;
  const { data, codes } = await ask(who, query, { input: { ...card, reason, ...input } });
  return codes.length > 0 ? codes : data.breakGlass;
};
const page = `query ($id: ID!) { patient(id: $id) { identity { name } tumours { id } restricted
  emergencyAccess { until reason } } }`;
const access = async (who: Principal) => (await ask(who, page, { id: patient })).data.patient;

test('number, day of birth and name open the record to the account that asked, for hours, and it is marked', async () => {
  expect(await access(doctor)).toBeNull();
  const answer = await breakIt(doctor);
  expect(answer).toEqual({ state: 'GRANTED', patientId: patient, until: expect.any(String) });
  const hours = (Date.parse(answer.until) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(3.9);
  expect(hours).toBeLessThanOrEqual(4);
  expect(await access(doctor)).toMatchObject({
    identity: { name: card.name },
    emergencyAccess: { reason, until: expect.any(String) },
  });
  expect((await access(doctor)).tumours).toHaveLength(1);
});

test('it opens nothing to a colleague, to the same account at another institution, nor to a list', async () => {
  await breakIt(doctor);
  expect(await access(colleague)).toBeNull();
  expect(
    await access({ ...doctor, institutionId: '01900000-0000-7000-8000-000000000009' }),
  ).toBeNull();
  const { data } = await ask(doctor, '{ patients { totalCount edges { cursor } } }');
  expect(data.patients).toEqual({ totalCount: 0, edges: [] });
  const found = await ask(doctor, '{ patients(search: "李洁") { totalCount } }');
  expect(found.data.patients.totalCount).toBe(0);
});

test('it ends', async () => {
  await breakIt(doctor);
  await owner`update basic.break_glass set expires_at = now() - interval '1 second'`;
  expect(await access(doctor)).toBeNull();
});

test.each([
  ['another name', { name: '王洁' }],
  ['a beginning of the number', { nationalId: NATIONAL_ID.slice(0, 17) }],
  ['another day of birth', { birthDate: '1961-04-02' }],
  ['a name of the pinyin', { name: 'li ming' }],
])('with %s nothing is opened, and the answer is as for nobody', async (_, input) => {
  const nobody = await breakIt(doctor, {
    nationalId: '440101197001010011',
    birthDate: '1970-01-01',
  });
  expect(await breakIt(doctor, input)).toEqual(nobody);
  expect(nobody).toEqual({ state: 'NOT_FOUND', patientId: null, until: null });
  expect(await access(doctor)).toBeNull();
});

test.each([
  ['no reason', { reason: '         x ' }],
  ['a reason without end', { reason: 'x'.repeat(501) }],
  ['a day that is none', { birthDate: '1961-02-30' }],
  ['one sign for a name', { name: '李' }],
])('%s is refused', async (_, input) => {
  expect(await breakIt(doctor, input)).toEqual(['BAD_USER_INPUT']);
});

test('who guesses numbers of a district is stopped after ten, and every try is in the audit', async () => {
  const states: string[] = [];
  for (let n = 0; n < 12; n++)
    states.push((await breakIt(doctor, { nationalId: `4401011970010100${10 + n}` })).state);
  expect(states).toEqual([...Array(10).fill('NOT_FOUND'), 'TOO_MANY', 'TOO_MANY']);
  // The right one is too late, too; another account is not held up.
  expect((await breakIt(doctor)).state).toBe('TOO_MANY');
  expect((await breakIt(colleague)).state).toBe('GRANTED');
  const [row] = await owner`select count(*)::int as n from basic.audit
    where action = 'break-glass' and account_id = ${doctor.accountId}`;
  expect(row?.n).toBe(13);
});

test('the patient’s own hospital needs none, and its auditors see who broke the glass', async () => {
  expect((await breakIt(principalOf('CLINICIAN', there))).state).toBe('IN_CARE');
  await breakIt(doctor);
  await access(doctor);
  const query = `query ($patient: ID!) { auditEvents(filter: { patient: $patient, actions: [BREAK_GLASS, READ] }) {
    edges { node { account action } } } }`;
  const { data } = await ask(managerThere, query, { patient });
  const nodes = data.auditEvents.edges.map(({ node }: { node: object }) => node);
  expect(nodes).toContainEqual({ account: doctor.accountId, action: 'BREAK_GLASS' });
  expect(nodes).toContainEqual({ account: doctor.accountId, action: 'READ' });
});

const list = `query ($openOnly: Boolean) { breakGlass(openOnly: $openOnly) { edges { node { id account reason
  patient { id recordNumbers } review { verdict remark reviewedBy } } } } }`;
const reviewIt = `mutation ($id: ID!, $verdict: AccessVerdict!) {
  reviewBreakGlass(id: $id, verdict: $verdict, remark: "On duty in the emergency department.") { review { verdict } } }`;
const listed = async (who: Principal, openOnly = false) =>
  (await ask(who, list, { openOnly })).data.breakGlass.edges.map(
    ({ node }: { node: object }) => node,
  );

test('the data manager reviews it once; nobody else’s does, and no clinician', async () => {
  await breakIt(doctor);
  const [entry] = await listed(manager);
  expect(entry).toMatchObject({ account: doctor.accountId, reason, review: null });
  expect(await listed(managerThere)).toEqual([]);
  const review = (who: Principal) => ask(who, reviewIt, { id: entry.id, verdict: 'JUSTIFIED' });
  expect((await review(managerThere)).data.reviewBreakGlass).toBeNull();
  expect((await review(doctor)).codes).toEqual(['FORBIDDEN']);
  expect((await review(principalOf('PRIVACY_OFFICER', here))).codes).toEqual(['FORBIDDEN']);
  expect((await review(manager)).data.reviewBreakGlass).toEqual({
    review: { verdict: 'JUSTIFIED' },
  });
  const reviewed =
    await owner`select account_id, cardinality(patient_ids) as patients from basic.audit
    where action = 'change' and detail ->> 'breakGlass' = 'JUSTIFIED'`;
  expect([...reviewed]).toEqual([{ account_id: manager.accountId, patients: 1 }]);
  expect((await review(manager)).data.reviewBreakGlass).toBeNull();
  expect(await listed(manager, true)).toEqual([]);
  expect(await listed(manager)).toMatchObject([
    { review: { verdict: 'JUSTIFIED', reviewedBy: manager.accountId } },
  ]);
});

test('of a restricted patient every look is on the list of what waits for review, until it is reviewed', async () => {
  const mark = (who: Principal, kind: string | null) =>
    ask(who, 'mutation ($p: ID!, $k: RestrictionKind) { restrictPatient(patient: $p, kind: $k) }', {
      p: patient,
      k: kind,
    });
  // Not in this institution's care.
  expect((await mark(manager, 'STAFF')).data.restrictPatient).toBe(false);
  expect((await mark(managerThere, 'STAFF')).data.restrictPatient).toBe(true);
  const own = principalOf('CLINICIAN', there);
  expect((await access(own)).restricted).toBe(true);
  await access(own);
  await breakIt(doctor);
  expect((await access(doctor)).restricted).toBe(false);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const accesses = async (who: Principal) =>
    (
      await ask(
        who,
        `query ($d: String!) { restrictedPatientAccesses(fromDay: $d, toDay: $d, openOnly: true) {
          kind account day opened patient { id } institution { code } } }`,
        { d: today },
      )
    ).data.restrictedPatientAccesses;
  expect(await accesses(manager)).toEqual([]);
  const waiting = await accesses(managerThere);
  expect(waiting).toHaveLength(2);
  expect(waiting).toContainEqual({
    kind: 'STAFF',
    account: doctor.accountId,
    day: today,
    // The requests of these tests have one name.
    opened: 1,
    patient: { id: patient },
    institution: { code: 'H1' },
  });
  const review = (who: Principal) =>
    ask(
      who,
      `mutation ($p: ID!, $a: String!, $d: String!) {
        reviewRestrictedPatientAccess(patient: $p, account: $a, day: $d, verdict: UNJUSTIFIED, remark: "") }`,
      { p: patient, a: doctor.accountId, d: today },
    );
  expect((await review(manager)).data.reviewRestrictedPatientAccess).toBe(false);
  expect((await review(managerThere)).data.reviewRestrictedPatientAccess).toBe(true);
  expect((await review(managerThere)).data.reviewRestrictedPatientAccess).toBe(false);
  expect(await accesses(managerThere)).toMatchObject([{ account: own.accountId }]);
  expect((await mark(managerThere, null)).data.restrictPatient).toBe(true);
  const after = { ...own, accountId: 'after-it-was-lifted' };
  expect((await access(after)).restricted).toBe(false);
  // Who lifts the mark takes no look off the list; what came after it is nobody's to review.
  expect(await accesses(managerThere)).toMatchObject([{ account: own.accountId, kind: 'STAFF' }]);
  const reviewOf = async (account: string) =>
    (
      await ask(
        managerThere,
        `mutation ($p: ID!, $a: String!, $d: String!) {
          reviewRestrictedPatientAccess(patient: $p, account: $a, day: $d, verdict: JUSTIFIED, remark: "") }`,
        { p: patient, a: account, d: today },
      )
    ).data.reviewRestrictedPatientAccess;
  expect(await reviewOf(own.accountId)).toBe(true);
  expect(await accesses(managerThere)).toEqual([]);
  // Marked again it is what it was, under who marked it now.
  expect((await mark(managerThere, 'OTHER')).data.restrictPatient).toBe(true);
  expect((await access(own)).restricted).toBe(true);
  expect((await accesses(managerThere)).map((one: { account: string }) => one.account)).toEqual([
    after.accountId,
  ]);
});

test('the database itself refuses whoever goes round the graph', async () => {
  const tries: [Principal, string, string][] = [
    [
      principalOf('FOLLOWUP_COORDINATOR', here),
      `select * from patients.break_glass('x', '{y}', 'z')`,
      'may not read in an emergency',
    ],
    [
      principalOf('SYSTEM', here),
      `select * from patients.break_glass('x', '{y}', 'z')`,
      'may not read in an emergency',
    ],
    [
      doctor,
      `insert into basic.break_glass (id, account_id, institution_id, patient_id, reason, expires_at)
      values (gen_random_uuid(), '${doctor.accountId}', '${here}', '${patientId}', 'x', 'infinity')`,
      'permission denied',
    ],
    [doctor, `update basic.break_glass set expires_at = 'infinity'`, 'permission denied'],
    [
      doctor,
      `select * from basic.review_break_glass('${here}', 'JUSTIFIED', '')`,
      'may not review',
    ],
    [doctor, `select basic.restrict_patient('${patientId}', null)`, 'may not review'],
    [
      doctor,
      `select basic.review_restricted_patient_access('${patientId}', 'x', '2026-01-01', 'JUSTIFIED', '')`,
      'may not review',
    ],
    [doctor, `select * from basic.restricted_access_review`, 'permission denied'],
    [
      doctor,
      `select * from basic.restricted_patient_accesses('2026-01-01', '2026-01-02', false, 9)`,
      'may not read the access audit',
    ],
    [
      doctor,
      `select * from basic.read_break_glass(false, null, null, 9)`,
      'may not read the access audit',
    ],
  ];
  for (const [who, text, refusal] of tries)
    await expect(
      db.database.session(who, (session) => session.run({ text, bind: () => [] })),
      text,
    ).rejects.toThrow(refusal);
  await breakIt(doctor);
  const rows = await db.database.session(colleague, (session) =>
    session.run({ text: 'select * from basic.break_glass', bind: () => [] }),
  );
  expect(rows).toEqual([]);
});
