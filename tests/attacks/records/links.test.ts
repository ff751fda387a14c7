import type { Principal } from '@nodp/database';
import { encodeId } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { fhir, ingest } from '@nodp/intake';
import { patients } from '@nodp/subgraph-patients';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clinicalIntake } from '../../../apps/gateway/src/fhir/index.ts';
import { hospitals } from '../../fixtures.ts';
import { bundle, cancer, haemoglobin, visit } from '../../intake/examples.ts';
import { type Setting, setUp } from '../../intake/setting.ts';
import { numbered, residentNumber } from './persons.ts';

const { here, there } = hospitals;
const systemThere = principalOf('SYSTEM', there);
const doctorHere = principalOf('CLINICIAN', here);
const doctorThere = principalOf('CLINICIAN', there);
const managerHere = principalOf('DATA_MANAGER', here);
const managerThere = principalOf('DATA_MANAGER', there);
const stranger = principalOf('DATA_MANAGER', '01900000-0000-7000-8000-000000000009');
const reason = 'Another person: compared with the paper record.';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

let serial = 1;
let number: string;
/** The person as the first hospital registered it, and the second hospital's patient before the two were joined. */
let known: string;
let own: string;
let key: string;

// Under the key that the graph is asked with, so that names can be read.
const intake = clinicalIntake(new Uint8Array(32));
const sendAs = (who: Principal, content: unknown) =>
  db.database.session(who, (session) =>
    ingest(session, intake, {
      channel: 'test',
      content: Buffer.from(JSON.stringify(content)),
      format: fhir(intake),
    }),
  );
const sendThere = (content: unknown) => sendAs(systemThere, content);
const sendHere = (content: unknown) => sendAs(principalOf('SYSTEM', here), content);
const patientOf = async (source: string, of: string = there): Promise<string> => {
  const [row] = await db.owner`select patient_id from patients.patient_source
    where source_id = ${source} and institution_id = ${of}`;
  return row?.patient_id;
};

beforeEach(async () => {
  serial += 2;
  number = residentNumber(serial);
  key = `p-${serial}`;
  await sendHere(
    bundle(
      'transaction',
      numbered(`h-${key}`, number, { deceasedBoolean: false }),
      cancer(`hc-${key}`, `urn:uuid:h-${key}`),
      visit(`hv-${key}`, `urn:uuid:h-${key}`),
    ),
  );
  known = await patientOf(`h-${key}`, here);
  // Not joined yet: no evidence of care.
  await sendThere(
    bundle(
      'transaction',
      numbered(key, number, { gender: 'female', deceasedDateTime: '2021-02-03' }),
      cancer(`tc-${key}`, `urn:uuid:${key}`, { onsetDateTime: '2018-04-05' }),
      haemoglobin(`th-${key}`, `urn:uuid:${key}`, 11, '2020-06-01'),
    ),
  );
  own = await patientOf(key);
});

const join = () => sendThere(visit(`tv-${key}`, `Patient/${key}`));
const ask = async (who: Principal, query: string, variables: object = {}) =>
  askerOf(patients, db.database)(who, query, variables as Record<string, unknown>);
const idOf = (patientId: string) => encodeId('Patient', patientId);

/** Every row that any table has of a patient, but for what is never taken back: the audit and former versions. */
const everything = async (patientId: string) => {
  const tables = await db.owner`
    select format('%I.%I', table_schema, table_name) as name from information_schema.columns
    where column_name = 'patient_id' and table_schema in ('patients', 'specimens', 'imaging', 'followup', 'basic')
      and table_name not in ('previous_version', 'identity_claim', 'to_be_summarised', 'to_be_listed') order by 1`;
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const rows = await db.owner.unsafe(
      `select to_jsonb(t) as row from ${name} t where patient_id = '${patientId}' order by to_jsonb(t)::text`,
    );
    if (rows.length > 0) found[name] = rows.map(({ row }) => row);
  }
  return found;
};

const unlink = async (
  who: Principal,
  patientId = known,
  institution: string = there,
  why = reason,
) =>
  ask(
    who,
    'mutation ($p: ID!, $i: ID!, $r: String!) { unlinkPatient(patient: $p, institution: $i, reason: $r) }',
    { p: idOf(patientId), i: encodeId('Institution', institution), r: why },
  );
const statements = async (who: Principal, patientId = known) =>
  (
    await ask(
      who,
      `query ($p: ID!) { personStatements(patient: $p) { institution { code } patient { id } joined name sex birthDate
        nationalIdMasked numberContradicts vitalStatus deathDate claim { id state reason } } }`,
      { p: idOf(patientId) },
    )
  ).data.personStatements;
const relink = async (who: Principal, claim: string, why = reason) =>
  ask(who, 'mutation ($c: ID!, $r: String!) { relinkPatient(claim: $c, reason: $r) }', {
    c: claim,
    r: why,
  });
const claimOf = async (who = managerHere) =>
  (await statements(who)).find(
    (s: { institution: { code: string } }) => s.institution.code === 'H2',
  )?.claim;

test('what was joined is parted, and joined again, with every row as it was', async () => {
  const before = { known: await everything(known), own: await everything(own) };
  // The visit is the second hospital's own; it is of its patient, whichever that is.
  await join();
  expect(await patientOf(key)).toBe(known);
  const joined = await everything(known);
  expect(Object.keys(await everything(own))).toEqual([]);

  expect((await unlink(managerHere)).data.unlinkPatient).toBe(true);
  expect(await patientOf(key)).toBe(own);
  expect(await everything(known)).toEqual(before.known);
  const parted = await everything(own);
  // As it was, with the visit that came since.
  const { 'patients.encounter': visits, 'patients.care_evidence': evidence, ...rest } = parted;
  expect(visits).toHaveLength(1);
  expect(evidence).toHaveLength(1);
  const of = (rows: Record<string, unknown[]>, table: string) =>
    rows[table]?.map((row) => ({ ...(row as object), recorded_at: null, last_contact_on: null }));
  for (const table of Object.keys(rest))
    expect([table, of(parted, table)]).toEqual([table, of(before.own, table)]);
  expect(Object.keys(rest)).toEqual(Object.keys(before.own));

  const claim = await claimOf();
  expect(claim).toMatchObject({ state: 'PARTED', reason });
  expect((await relink(managerHere, claim.id)).data.relinkPatient).toBe(true);
  expect(await everything(known)).toEqual(joined);
  expect((await unlink(managerHere)).data.unlinkPatient).toBe(true);
  expect(await everything(known)).toEqual(before.known);
  expect(await everything(own)).toEqual(parted);
});

const page = 'query ($id: ID!) { patient(id: $id) { sex tumours { id } vitalStatus deathDate } }';
const shown = async (who: Principal, id: string) =>
  (await ask(who, page, { id: idOf(id) })).data.patient;

test('after it neither side reads the other, and nothing joins the two again but a data manager', async () => {
  await join();
  await unlink(managerThere);
  expect(await shown(doctorThere, known)).toBeNull();
  expect(await shown(doctorHere, own)).toBeNull();
  expect(await shown(doctorHere, known)).toMatchObject({
    sex: 'MALE',
    vitalStatus: 'ALIVE',
    deathDate: null,
  });
  expect(await shown(doctorThere, own)).toMatchObject({
    sex: 'FEMALE',
    vitalStatus: 'DEAD',
    deathDate: '2021-02-03',
  });
  await sendThere(
    bundle('transaction', numbered(key, number), visit(`again-${key}`, `urn:uuid:${key}`)),
  );
  // Nor a new key with the same number and evidence.
  await sendThere(
    bundle('transaction', numbered(`n-${key}`, number), visit(`vn-${key}`, `urn:uuid:n-${key}`)),
  );
  expect([await patientOf(key), await patientOf(`n-${key}`)]).toEqual([own, own]);
});

test('every data manager concerned reads it in the audit: who, when, and why', async () => {
  await join();
  await unlink(managerHere);
  await relink(managerHere, (await claimOf()).id);
  await unlink(managerHere);
  const events = async (who: Principal, patientId: string) => {
    const { data } = await ask(
      who,
      `query ($p: ID!) { auditEvents(filter: { patient: $p, actions: [UNLINK, RELINK] }) { edges { node { action account } } } }`,
      { p: idOf(patientId) },
    );
    return data.auditEvents.edges.map(({ node }: { node: { action: string } }) => node.action);
  };
  expect(await events(managerHere, known)).toEqual(['UNLINK', 'RELINK', 'UNLINK']);
  expect(await events(managerThere, own)).toEqual(['UNLINK', 'UNLINK']);
});

test.each([
  ['a clinician', doctorHere, ['FORBIDDEN']],
  ['a privacy officer', principalOf('PRIVACY_OFFICER', here), ['FORBIDDEN']],
  ['the sender', systemThere, ['FORBIDDEN']],
])('%s parts and joins nobody', async (_, who, codes) => {
  await join();
  expect((await unlink(who)).codes).toEqual(codes);
  expect((await relink(who, encodeId('IdentityClaim', known))).codes).toEqual(codes);
});

test('a data manager of an institution that does not know the person parts, joins and reads nothing', async () => {
  await join();
  expect((await unlink(stranger)).data.unlinkPatient).toBe(false);
  expect(await statements(stranger)).toEqual([]);
  await unlink(managerHere);
  const { id } = await claimOf();
  expect((await relink(stranger, id)).data.relinkPatient).toBe(false);
  // What others parted, the claiming institution does not join by itself; what it parted, it does.
  expect((await relink(managerThere, id)).data.relinkPatient).toBe(false);
  await relink(managerHere, id);
  await unlink(managerThere);
  expect((await relink(managerThere, id)).data.relinkPatient).toBe(true);
  expect(await patientOf(key)).toBe(known);
});

test('there has to be a reason, and somebody else’s record to be parted from', async () => {
  expect((await unlink(managerHere, known, there, '      why ')).codes).toEqual(['BAD_USER_INPUT']);
  // Not joined: the other hospital's patient is its own.
  expect((await unlink(managerHere)).data.unlinkPatient).toBe(false);
  expect((await unlink(managerHere, known, here)).data.unlinkPatient).toBe(false);
});

test('a claim that waits is compared by the claimed side alone; of the other it learns nothing', async () => {
  const both = await statements(managerHere);
  expect(both).toMatchObject([
    {
      institution: { code: 'H1' },
      joined: true,
      sex: 'MALE',
      numberContradicts: [],
      vitalStatus: 'ALIVE',
      claim: null,
    },
    {
      institution: { code: 'H2' },
      joined: false,
      sex: 'FEMALE',
      numberContradicts: ['SEX'],
      vitalStatus: 'DEAD',
      deathDate: '2021-02-03',
      claim: { state: 'WAITING' },
    },
  ]);
  expect(both[0].nationalIdMasked).toBe(`${'*'.repeat(14)}${number.slice(-4)}`);
  expect(await statements(managerThere, own)).toMatchObject([
    { institution: { code: 'H2' }, claim: null },
  ]);
  expect(await statements(managerThere)).toEqual([]);
});

const doubtful = async (who: Principal) =>
  (await ask(who, '{ doubtfulJoins { patient { id } differs } }')).data.doubtfulJoins.filter(
    (j: { patient: { id: string } }) => j.patient.id === idOf(known),
  );

test('persons joined though they differ are on the list of the data managers, until one confirms them', async () => {
  await join();
  expect(await doubtful(managerHere)).toMatchObject([{ differs: ['SEX'] }]);
  expect(await doubtful(stranger)).toEqual([]);
  const { data } = await ask(
    managerThere,
    'mutation ($p: ID!, $i: ID!, $r: String!) { confirmJoined(patient: $p, institution: $i, reason: $r) }',
    { p: idOf(known), i: encodeId('Institution', there), r: reason },
  );
  expect(data.confirmJoined).toBe(true);
  expect(await doubtful(managerHere)).toEqual([]);
  expect((await claimOf()).reason).toBe(reason);
});

test('a corrected number parts what the wrong one joined, and joins what the right one does', async () => {
  await join();
  const before = await shown(doctorHere, known);
  expect(before.tumours).toHaveLength(2);
  const right = residentNumber(serial + 500);
  await sendHere(
    bundle('transaction', numbered(`r-${key}`, right), visit(`rv-${key}`, `urn:uuid:r-${key}`)),
  );
  const other = await patientOf(`r-${key}`, here);
  const answer = await sendThere(numbered(key, right, { gender: 'female' }));
  expect(answer.status).toBe('accepted');
  expect((await shown(doctorHere, known)).tumours).toHaveLength(1);
  expect(await shown(doctorThere, known)).toBeNull();
  // Its visit and name agree with the person of the right number.
  expect(await patientOf(key)).toBe(other);
  const [row] =
    await db.owner`select action, patient_ids from basic.audit where action = 'unlink' order by number desc limit 1`;
  expect(row?.patient_ids).toContain(known);
  // Corrected back, it is the first person's again.
  await sendThere(numbered(key, number));
  expect(await patientOf(key)).toBe(known);
  expect((await shown(doctorHere, other)).tumours).toHaveLength(0);
});

test('the answer to a correction is the same whether or not anybody was joined', async () => {
  await join();
  const joined = await sendThere(numbered(key, residentNumber(serial + 300)));
  await sendThere(
    bundle(
      'transaction',
      numbered(`z-${key}`, residentNumber(serial + 301)),
      visit(`zv-${key}`, `urn:uuid:z-${key}`),
    ),
  );
  const alone = await sendThere(numbered(`z-${key}`, residentNumber(serial + 302)));
  const said = ({ status, counts, entries }: typeof alone) => ({
    status,
    counts,
    entries: entries.map(({ outcome, issues }) => ({ outcome, issues })),
  });
  expect(said(joined)).toEqual(said(alone));
});

test('a number that nobody gives any more means nobody: the next one with it has no claim', async () => {
  const [wrong, right] = [residentNumber(serial + 600), residentNumber(serial + 601)];
  await sendThere(numbered(`w-${key}`, wrong));
  await sendThere(numbered(`w-${key}`, right));
  await sendHere(numbered(`x-${key}`, wrong));
  const [row] = await db.owner`select count(*)::int as n from patients.identity_claim
    where target_id = ${await patientOf(`w-${key}`)} and institution_id = ${here}`;
  expect(row?.n).toBe(0);
});

test('of several records of one person at one hospital, one corrected number parts nothing yet', async () => {
  await sendThere(numbered(`two-${key}`, number));
  await join();
  const right = residentNumber(serial + 700);
  await sendThere(numbered(key, right));
  expect(await patientOf(key)).toBe(known);
  await sendThere(numbered(`two-${key}`, right));
  expect(await patientOf(key)).not.toBe(known);
  expect(await patientOf(`two-${key}`)).toBe(await patientOf(key));
});

test('clinicians of both see who says what, and the dated death stands until its reporter withdraws it', async () => {
  await join();
  const { data } = await ask(
    doctorHere,
    `query ($id: ID!) { patient(id: $id) { sex vitalStatus deathDate
      demographics { institution { code } name sex birthDate vitalStatus deathDate registrar } } }`,
    { id: idOf(known) },
  );
  const agreed = { name: '王小明', birthDate: '1950-02-03' };
  expect(data.patient).toEqual({
    sex: 'MALE',
    vitalStatus: 'DEAD',
    deathDate: '2021-02-03',
    demographics: [
      {
        ...agreed,
        institution: { code: 'H1' },
        sex: 'MALE',
        vitalStatus: 'ALIVE',
        deathDate: null,
        registrar: true,
      },
      {
        ...agreed,
        institution: { code: 'H2' },
        sex: 'FEMALE',
        vitalStatus: 'DEAD',
        deathDate: '2021-02-03',
        registrar: false,
      },
    ],
  });
  await sendHere(numbered(`h-${key}`, number, { deceasedBoolean: false, gender: 'male' }));
  expect(await shown(doctorHere, known)).toMatchObject({ vitalStatus: 'DEAD' });
  await sendThere(numbered(key, number, { deceasedBoolean: false }));
  expect(await shown(doctorHere, known)).toMatchObject({ vitalStatus: 'ALIVE', sex: 'MALE' });
});

test('the first look of the other hospital’s people is told to who knew the person, once', async () => {
  await join();
  await shown(doctorThere, known);
  await shown(doctorThere, known);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const looks = async (who: Principal) =>
    (
      await ask(
        who,
        'query ($d: String!) { firstLooks(fromDay: $d, toDay: $d) { patient { id } institution { code } account role } }',
        { d: today },
      )
    ).data.firstLooks.filter((l: { patient: { id: string } }) => l.patient.id === idOf(known));
  expect(await looks(managerHere)).toEqual([
    {
      patient: { id: idOf(known) },
      institution: { code: 'H2' },
      account: doctorThere.accountId,
      role: 'CLINICIAN',
    },
  ]);
  expect(await looks(managerThere)).toEqual([]);
  expect(await looks(stranger)).toEqual([]);
});

test('the database itself refuses whoever goes round', async () => {
  await join();
  const tries: [Principal, string, string][] = [
    [
      doctorHere,
      `select * from patients.unlink_patient('${known}', '${there}', 'x')`,
      'may not review',
    ],
    [systemThere, `select * from patients.relink_patient('${known}', 'x')`, 'may not review'],
    [doctorHere, `select patients.confirm_joined('${known}', '${there}', 'x')`, 'may not review'],
    [
      doctorHere,
      `select * from patients.read_statements('${known}')`,
      'may not read the access audit',
    ],
    [doctorHere, `select * from patients.doubtful_joins(9)`, 'may not read the access audit'],
    [
      doctorHere,
      `select * from basic.first_looks('2026-01-01', '2026-01-02', 9)`,
      'may not read the access audit',
    ],
    [doctorHere, `select * from patients.reports_of('{}')`, 'may not write patients'],
    [
      systemThere,
      `insert into patients.demographics (patient_id, institution_id, sex, content_hash, submission_id)
      values ('${known}', '${here}', 'FEMALE', '', '${known}')`,
      'row-level security',
    ],
  ];
  for (const [who, text, refusal] of tries)
    await expect(
      db.database.session(who, (session) => session.run({ text, bind: () => [] })),
      text,
    ).rejects.toThrow(refusal);
  // Functions of the owner do for the application no more than it may do itself.
  const before = await everything(known);
  for (const text of [
    `select patients.compose_demographics('{${known}}')`,
    `select basic.move_records('${here}', '${known}', '${own}')`,
    `select patients.move_keys('${here}', '${known}', '${own}')`,
    `select patients.move_institution('${here}', '${known}', '${own}')`,
  ])
    await db.database
      .session(systemThere, (session) => session.run({ text, bind: () => [] }))
      .catch((error: unknown) =>
        expect(String(error)).toMatch(/permission denied|row-level security/),
      );
  expect(await everything(known)).toEqual(before);
});
