import type { Principal } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { decodeOne, encodeId } from '@nodp/graph';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import { fhir, ingest } from '@nodp/intake';
import { patients } from '@nodp/subgraph-patients';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clinicalIntake } from '../apps/gateway/src/fhir/index.ts';
import { hospitals, insertHospitals } from './fixtures.ts';
import { patientBundle } from './patient-bundle.ts';

const { here, there } = hospitals;
const clinician = principalOf('CLINICIAN', here);
const manager = principalOf('DATA_MANAGER', here);
const officer = principalOf('PRIVACY_OFFICER', null);
const elsewhere = principalOf('DATA_MANAGER', there);

let db: TestDatabase;
let owner: postgres.Sql;
/** Encoded ids, by hospital. */
let patientOf: Record<'here' | 'there', string>;
const RECORD_NUMBER = 'MRN-00417';
/** A patient of a name that a person of the hospital may have too. */
const bundleOf = (text: string) => {
  const bundle = patientBundle();
  const identifier = [
    {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
      value: RECORD_NUMBER,
    },
  ];
  Object.assign(bundle.entry[0]?.resource ?? {}, { identifier, name: [{ text }] });
  return bundle;
};
const bundles = { here: bundleOf('李洁'), there: bundleOf('王小明') };

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  const intake = clinicalIntake(new Uint8Array(32));
  for (const [name, institution] of Object.entries(hospitals)) {
    const content = Buffer.from(JSON.stringify(bundles[name as 'here' | 'there']));
    await db.database.session(principalOf('SYSTEM', institution), (session) =>
      ingest(session, intake, { channel: 'fhir', content, format: fhir(intake) }),
    );
  }
  const idOf = async (institution: string) => {
    const [row] =
      await owner`select patient_id from patients.patient where institution_id = ${institution}`;
    return encodeId('Patient', row?.patient_id);
  };
  patientOf = { here: await idOf(here), there: await idOf(there) };
});
afterAll(async () => {
  await owner.end();
  await db.end();
});
beforeEach(async () => {
  await owner`truncate basic.audit, basic.audit_head`;
});

const events = `query ($filter: AuditFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { account role action operation patientCount patients { id } institution { code } requestId
      detail { name value } } } } }`;
const open = 'query ($id: ID!) { patient(id: $id) { sex } }';

describe.each(engines)('the access audit under %s', (_, engine) => {
  const ask = (who: Principal, query: string, variables: object = {}) =>
    askerOf(patients, db.database, engine())(who, query, variables as Record<string, unknown>);
  const read = async (who: Principal, filter: object = {}) =>
    (await ask(who, events, { filter })).data.auditEvents.edges.map(
      ({ node }: { node: object }) => node,
    );

  test('who looked at this patient: by record number, then by account, time and what was done', async () => {
    await ask(clinician, open, { id: patientOf.here });
    const found = await ask(
      manager,
      'query ($n: String!) { auditedPatients(number: $n) { id recordNumbers } }',
      {
        n: ` ${RECORD_NUMBER.toLowerCase()} `,
      },
    );
    expect(found.data.auditedPatients).toEqual([
      { id: patientOf.here, recordNumbers: [RECORD_NUMBER] },
    ]);
    const accesses = await read(manager, { patient: patientOf.here, actions: ['READ'] });
    expect(accesses).toContainEqual({
      account: clinician.accountId,
      role: 'CLINICIAN',
      action: 'READ',
      operation: 'platform',
      patientCount: 1,
      patients: [{ id: patientOf.here }],
      institution: { code: 'H1' },
      requestId: 'test',
      detail: [],
    });
    expect(await read(manager, { account: 'nobody-of-that-name' })).toEqual([]);
    expect(await read(manager, { fromDay: '2020-01-01', toDay: '2020-01-02' })).toEqual([]);
  });

  test('the search, the look at record numbers and the reading of the audit are in the audit themselves', async () => {
    await ask(manager, 'query ($n: String!) { auditedPatients(number: $n) { recordNumbers } }', {
      n: RECORD_NUMBER,
    });
    await ask(manager, 'query ($n: String!) { auditedPatients(number: $n) { id } }', { n: 'none' });
    await read(manager, { patient: patientOf.here });
    const rows = await owner`select action, patient_ids, detail from basic.audit order by number`;
    const patient = decodeOne('Patient', patientOf.here);
    expect(rows).toEqual([
      {
        action: 'search',
        patient_ids: [patient],
        detail: expect.objectContaining({ shown: 1, purpose: 'audit' }),
      },
      { action: 'read', patient_ids: [patient], detail: null },
      { action: 'search', patient_ids: [], detail: expect.objectContaining({ shown: 0 }) },
      { action: 'audit-read', patient_ids: [patient], detail: {} },
    ]);
    expect(JSON.stringify(rows)).not.toContain(RECORD_NUMBER);
  });

  test('an institution reads what its accounts did, and nothing of the others; the privacy officer reads all', async () => {
    await ask(clinician, open, { id: patientOf.here });
    await ask(principalOf('CLINICIAN', there), open, { id: patientOf.there });
    const institutions = async (who: Principal) =>
      new Set(
        (await read(who)).map(
          ({ institution }: { institution: { code: string } | null }) => institution?.code,
        ),
      );
    expect(await institutions(manager)).toEqual(new Set(['H1']));
    expect(await institutions(elsewhere)).toEqual(new Set(['H2']));
    // Its own look, of an account without an institution, too.
    expect(await institutions(officer)).toEqual(new Set(['H1', 'H2', undefined]));
    expect(await read(manager, { institution: encodeId('Institution', there) })).toEqual([]);
    // Of a patient that is not in the institution's care nothing is told, not even that there is one.
    expect(await read(manager, { patient: patientOf.there })).toEqual([]);
    expect(
      (await ask(manager, '{ auditedPatients(number: "x") { id } }')).data.auditedPatients,
    ).toEqual([]);
  });

  test('of another institution’s look at a patient of one’s own only that there was one', async () => {
    await owner`insert into basic.care_relationship (institution_id, patient_id)
      values (${there}, ${decodeOne('Patient', patientOf.here)})`;
    const foreign = principalOf('CLINICIAN', there);
    const both = 'query ($ids: [ID!]!) { patientsById(ids: $ids) { sex } }';
    await ask(foreign, both, { ids: [patientOf.here, patientOf.there] });
    const accesses = await read(manager, { patient: patientOf.here, actions: ['READ'] });
    expect(accesses).toMatchObject([
      {
        account: foreign.accountId,
        patientCount: 1,
        patients: [{ id: patientOf.here }],
        institution: { code: 'H2' },
      },
    ]);
    await owner`delete from basic.care_relationship where institution_id = ${there}
      and patient_id = ${decodeOne('Patient', patientOf.here)}`;
  });

  test('pages follow one another without a gap or a row twice, while rows are added', async () => {
    for (let n = 0; n < 7; n++) await ask(clinician, open, { id: patientOf.here });
    const filter = { actions: ['READ'] };
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await ask(manager, events, { filter, first: 3, after });
      seen.push(...data.auditEvents.edges.map(() => 'row'));
      after = data.auditEvents.pageInfo.hasNextPage ? data.auditEvents.pageInfo.endCursor : null;
      await ask(clinician, open, { id: patientOf.here });
    } while (after !== null);
    expect(seen).toHaveLength(7);
  });

  test('unusual: a colleague’s name among the patients that were opened, and a restricted patient', async () => {
    await owner`insert into basic.account (id, name_en, name_zh, role, institution_id)
      values ('ming', 'x', '李洁', 'CLINICIAN', ${here}) on conflict do nothing`;
    await ask(clinician, open, { id: patientOf.here });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(
      new Date(),
    );
    const query = `query ($fromDay: String!, $toDay: String!, $institution: ID) {
      unusualAccess(fromDay: $fromDay, toDay: $toDay, institution: $institution) {
        truncated accountsWithoutName findings { kind account day observed patients { id } } } }`;
    const days = { fromDay: today, toDay: today };
    const { data } = await ask(manager, query, days);
    expect(data.unusualAccess).toMatchObject({ truncated: false, accountsWithoutName: 1 });
    const found = data.unusualAccess.findings.filter(
      ({ kind }: { kind: string }) => kind === 'COLLEAGUE',
    );
    expect(found).toEqual([
      {
        kind: 'COLLEAGUE',
        account: clinician.accountId,
        day: today,
        observed: 1,
        patients: [{ id: patientOf.here }],
      },
    ]);
    const restrictedOf = async (who: typeof manager, institution?: string) =>
      (await ask(who, query, { ...days, institution })).data.unusualAccess.findings.filter(
        ({ kind }: { kind: string }) => kind === 'RESTRICTED',
      );
    expect(await restrictedOf(manager)).toEqual([]);
    await owner`insert into basic.restricted_patient (institution_id, patient_id, kind, marked_by)
      values (${here}, ${decodeOne('Patient', patientOf.here)}, 'STAFF', 'x')`;
    const access = { kind: 'RESTRICTED', account: clinician.accountId, day: today, observed: 1 };
    expect(await restrictedOf(manager)).toEqual([
      { ...access, patients: [{ id: patientOf.here }] },
    ]);
    expect(await restrictedOf(officer, encodeId('Institution', here))).toMatchObject([access]);
    expect(await restrictedOf(officer, encodeId('Institution', there))).toEqual([]);
    expect(await restrictedOf(elsewhere)).toEqual([]);
    await owner`delete from basic.restricted_patient`;
    expect((await ask(officer, query, days)).codes).toEqual(['BAD_USER_INPUT']);
    expect(
      (await ask(elsewhere, query, { ...days, institution: encodeId('Institution', here) })).data
        .unusualAccess.findings,
    ).toEqual([]);
    expect(
      (await ask(manager, query, { fromDay: '2026-01-01', toDay: '2026-02-01' })).codes,
    ).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    { account: 'x'.repeat(201) },
    { patient: 'nobody' },
    { fromDay: '2026-02-30' },
    { fromDay: '2026-02-02', toDay: '2026-02-01' },
  ])('a condition that cannot be one is refused: %o', async (filter) => {
    expect((await ask(manager, events, { filter })).codes).toEqual(['BAD_USER_INPUT']);
  });
});

test('a session that may not read the audit is refused by the functions themselves', async () => {
  const refused = [
    `select * from basic.read_audit('{}', 10)`,
    `select * from basic.audit_days(null, '2026-01-01', '2026-01-31')`,
    `select * from basic.audit_opened(null, '2026-01-01', '2026-01-31', 10)`,
    `select * from patients.find_audited('x', 10)`,
    `select * from patients.audited_identities('{}')`,
  ];
  for (const role of ['CLINICIAN', 'ADMINISTRATOR', 'SYSTEM', 'RESEARCHER'] as const)
    for (const text of refused)
      await expect(
        db.database.session(principalOf(role, here), (session) =>
          session.run({ text, bind: () => [] }),
        ),
        `${role} ${text}`,
      ).rejects.toThrow('may not read the access audit');
});
