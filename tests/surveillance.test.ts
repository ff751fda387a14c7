import type { Principal } from '@nodp/database';
import { encodeId } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { surveyJob, surveyOutdated } from '@nodp/subgraph-patients/jobs';
import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, hospitals } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';

let db: Setting;
const clinician = principalOf('CLINICIAN', hospitals.here);

const cea = (id: string, subject: string, value: number | string, at: string) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: subject },
  code: { coding: [{ system: 'http://loinc.org', code: '2039-6' }] },
  effectiveDateTime: at,
  ...(typeof value === 'string'
    ? { valueString: value }
    : {
        valueQuantity: {
          value,
          unit: 'ng/mL',
          system: 'http://unitsofmeasure.org',
          code: 'ng/mL',
        },
      }),
});

const resection = (id: string, subject: string) => ({
  resourceType: 'Procedure',
  id,
  status: 'completed',
  subject: { reference: subject },
  category: { coding: [{ system: 'http://snomed.info/sct', code: '387713003' }] },
  code: { text: '右半结肠切除术' },
  performedDateTime: '2024-01-10',
});

beforeAll(async () => {
  db = await setUp();
  await switchRulesOfDemonstration(db.owner);
  await db.send(
    bundle(
      'batch',
      patient('p1'),
      cancer('c1', 'urn:uuid:p1', {
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C18.2' }] },
        onsetDateTime: '2024-01-02',
      }),
      resection('o1', 'urn:uuid:p1'),
      cea('m0', 'urn:uuid:p1', 30, '2024-01-02T08:00:00+08:00'),
      cea('m1', 'urn:uuid:p1', 2, '2024-03-10T08:00:00+08:00'),
      cea('m2', 'urn:uuid:p1', 2.6, '2024-06-10T08:00:00+08:00'),
    ),
  );
});
afterAll(() => db.end());

const patientId = async (): Promise<string> =>
  encodeId(
    'Patient',
    (await db.owner`select patient_id from patients.patient limit 1`)[0]?.patient_id,
  );

const FIELDS = `
  recurrenceAlerts { id marker name { en } state roseOn fromOn fromValue toOn toValue unit rule { id version source { en zh } mark title { zh } }
    explanation { en zh } couldBe { en } next { en } actedBy actedAt reason raisedAt }
  surveillance(imaging: [{ on: "2025-01-10", modality: "CT" }]) { notApplicable { en } anchor { kind date } ended { date because }
    schedule { title { en } source { en } mark examinations { what { en } due { on state done } } }
    courses { marker name { en } unit upperLimit halfLifeDays clearanceDays state repeatBy restartedOn doublingMonths source { en }
      rule { id } explanation { en } couldBe { en } decline { on value expected halfLifeDays slow } points { on value below judged } } }`;

const ask = async (by: Principal, query: string, variables: Record<string, unknown> = {}) =>
  askerOf(patients, db.database)(by, query, variables);

const seen = async (by: Principal = clinician) => {
  const { data, messages } = await ask(by, `query ($id: ID!) { patient(id: $id) { ${FIELDS} } }`, {
    id: await patientId(),
  });
  expect(messages).toEqual([]);
  return data.patient;
};

test('one rise is pending with a day to repeat it, and no alert', async () => {
  const { recurrenceAlerts, surveillance } = await seen();
  expect(recurrenceAlerts).toEqual([]);
  expect(surveillance).toMatchObject({
    anchor: { kind: 'OPERATION', date: '2024-01-10' },
    notApplicable: null,
    ended: null,
    courses: [
      {
        marker: 'CEA',
        state: 'PENDING',
        repeatBy: '2024-07-08',
        rule: { id: 'cea-ceawatch' },
        decline: [{ on: '2024-03-10', slow: false }, { on: '2024-06-10' }],
      },
    ],
  });
});

test('what is posted is an alert of the same transaction, and the next value makes no second', async () => {
  await db.send(
    bundle('batch', patient('p1'), cea('m3', 'urn:uuid:p1', 3.4, '2024-09-10T08:00:00+08:00')),
  );
  const [alert] = (await seen()).recurrenceAlerts;
  expect(alert).toMatchObject({
    marker: 'CEA',
    state: 'OPEN',
    roseOn: '2024-09-10',
    fromValue: 2,
    fromOn: '2024-03-10',
    toValue: 3.4,
    unit: 'ng/mL',
  });
  expect(alert.explanation[0].en).toContain('two rises of 20 % or more');
  expect(alert.couldBe.length).toBeGreaterThan(2);
  await db.send(
    bundle('batch', patient('p1'), cea('m4', 'urn:uuid:p1', 5, '2024-10-10T08:00:00+08:00')),
  );
  const again = (await seen()).recurrenceAlerts;
  expect(again).toHaveLength(1);
  expect(again[0].id).toBe(alert.id);
});

test('another institution neither sees it nor acts on it', async () => {
  const stranger = principalOf('CLINICIAN', hospitals.there);
  const { data } = await ask(
    stranger,
    `query ($id: ID!) { patient(id: $id) { recurrenceAlerts { id } } }`,
    {
      id: await patientId(),
    },
  );
  expect(data.patient).toBeNull();
  const [{ id }] = (await seen()).recurrenceAlerts;
  const act =
    'mutation ($id: ID!) { actOnAlert(id: $id, verdict: DISMISSED, reason: "not mine") { id } }';
  expect((await ask(stranger, act, { id })).data.actOnAlert).toBeNull();
  expect((await seen()).recurrenceAlerts[0].state).toBe('OPEN');
});

test('acted upon it is closed with who and why, in the audit, and its values are not judged again', async () => {
  const [{ id }] = (await seen()).recurrenceAlerts;
  const act =
    'mutation ($id: ID!, $reason: String!) { actOnAlert(id: $id, verdict: EXPLAINED, reason: $reason) { state reason actedBy } }';
  expect((await ask(clinician, act, { id, reason: 'x' })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await ask(clinician, act, { id, reason: 'hepatitis' })).data.actOnAlert).toEqual({
    state: 'EXPLAINED',
    reason: 'hepatitis',
    actedBy: clinician.accountId,
  });
  const [row] =
    await db.owner`select detail from basic.audit where action = 'change' order by at desc limit 1`;
  expect(row?.detail).toMatchObject({ verdict: 'EXPLAINED' });
  expect((await ask(clinician, act, { id, reason: 'twice' })).data.actOnAlert).toBeNull();
  await db.send(
    bundle('batch', patient('p1'), cea('m5', 'urn:uuid:p1', 5.1, '2024-11-10T08:00:00+08:00')),
  );
  const { recurrenceAlerts } = await seen();
  expect(recurrenceAlerts.map(({ state }: { state: string }) => state)).toEqual(['EXPLAINED']);
});

test('a new rise after that is a new alert; a value entered in error takes it back', async () => {
  const later = [
    cea('m6', 'urn:uuid:p1', 7, '2025-01-10T08:00:00+08:00'),
    cea('m7', 'urn:uuid:p1', 9, '2025-03-10T08:00:00+08:00'),
  ];
  await db.send(bundle('batch', patient('p1'), ...later));
  expect((await seen()).recurrenceAlerts[0]).toMatchObject({
    state: 'OPEN',
    fromValue: 5.1,
    toValue: 9,
  });
  await db.send(
    bundle('batch', patient('p1'), { ...later[1], status: 'entered-in-error' } as never),
  );
  expect((await seen()).recurrenceAlerts[0]).toMatchObject({
    state: 'WITHDRAWN',
    reason: 'values',
    actedBy: null,
  });
});

test('the board reads what became of a rule’s alerts, an institution does not', async () => {
  const query =
    '{ clinicalRules { id alerts { open confirmed explained dismissed withdrawn precision } } }';
  const of = async (institution: string | null) =>
    (await ask(principalOf('DATA_MANAGER', institution), query)).data.clinicalRules.find(
      ({ id }: { id: string }) => id === 'cea-ceawatch',
    ).alerts;
  expect(await of(null)).toEqual({
    open: 0,
    confirmed: 0,
    explained: 1,
    dismissed: 0,
    withdrawn: 1,
    precision: null,
  });
  expect(await of(hospitals.here)).toBeNull();
});

test('patients that no submission touched are surveyed by a job, once', async () => {
  await db.owner`delete from patients.recurrence_alert`;
  await db.owner`insert into basic.rule_switch (id, rule_id, version, in_force, confirmed, reason, switched_by)
    select gen_random_uuid(), rule_id, version, true, false, 'again', 'x' from basic.rule_switch where rule_id = 'cea-ceawatch'`;
  expect(await surveyOutdated(db.ownerUrl)).toBe(true);
  const run = surveyJob(db.ownerUrl).run({
    parameters: {},
    attempt: 1,
    signal: new AbortController().signal,
    progress: async () => {},
  } as never);
  expect(await run).toEqual({ patients: 1 });
  expect(await surveyOutdated(db.ownerUrl)).toBe(false);
  expect((await seen()).recurrenceAlerts).toHaveLength(1);
});

test('a death closes it', async () => {
  await db.send(bundle('batch', patient('p1', { deceasedDateTime: '2025-06-01' })));
  const { recurrenceAlerts, surveillance } = await seen();
  expect(recurrenceAlerts[0]).toMatchObject({ state: 'WITHDRAWN', reason: 'death' });
  expect(surveillance.ended).toEqual({ date: '2025-06-01', because: 'DEATH' });
});

test('a hospital’s system account raises alerts, and cannot close them', async () => {
  const { codes } = await ask(
    everyone.SYSTEM,
    `mutation { actOnAlert(id: "${encodeId('RecurrenceAlert', hospitals.here, hospitals.here)}", verdict: DISMISSED, reason: "no") { id } }`,
  );
  expect(codes.length).toBe(1);
});

test('a visit is met by a contact of follow-up, which another subgraph knows', async () => {
  await db.send(
    bundle(
      'batch',
      patient('p7', { gender: 'female' }),
      cancer('c7', 'urn:uuid:p7', {
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C50.4' }] },
        onsetDateTime: '2024-01-02',
      }),
      resection('o7', 'urn:uuid:p7'),
    ),
  );
  const [row] =
    await db.owner`select patient_id from patients.patient_source where source_id like '%p7'`;
  const id = encodeId('Patient', row?.patient_id);
  const visitsWith = async (contacts: readonly string[]) => {
    const { data, messages } = await ask(
      clinician,
      `query ($id: ID!, $contacts: [PartialDate!]) { patient(id: $id) { surveillance(imaging: [], contacts: $contacts) {
        schedule { examinations { what { en } due { on state done } } } } } }`,
      { id, contacts },
    );
    expect(messages).toEqual([]);
    const { examinations } = data.patient.surveillance.schedule;
    return examinations.find(({ what }: { what: { en: string } }) => /visit/i.test(what.en)).due[0];
  };
  const [without, met] = [await visitsWith([]), await visitsWith(['2024-04-12'])];
  expect(without).toMatchObject({ on: '2024-04-10', state: 'OVERDUE', done: null });
  expect(met).toMatchObject({ on: '2024-04-10', state: 'DONE', done: '2024-04-12' });
  const { messages } = await ask(
    clinician,
    'query ($id: ID!) { patient(id: $id) { surveillance(contacts: ["2024"]) { notApplicable { en } } } }',
    { id },
  );
  expect(messages).toEqual(['`contacts` has days of the calendar, YYYY-MM-DD.']);
});

const cameBack = {
  ...{ resourceType: 'Observation', id: 's8', status: 'final' },
  code: { coding: [{ system: 'http://loinc.org', code: '97509-4' }] },
  subject: { reference: 'urn:uuid:p8' },
  effectiveDateTime: '2024-11-20',
  valueCodeableConcept: {
    coding: [{ system: 'http://snomed.info/sct', code: '246455001' }],
    text: '复发',
  },
};

test('a status that the disease came back, which another subgraph holds, ends the surveillance', async () => {
  await db.send(
    bundle(
      'batch',
      patient('p8', { gender: 'female' }),
      cancer('c8', 'urn:uuid:p8', {
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C50.4' }] },
        onsetDateTime: '2024-01-02',
      }),
      resection('o8', 'urn:uuid:p8'),
      cameBack,
    ),
  );
  const [row] =
    await db.owner`select patient_id from patients.patient_source where source_id like '%p8'`;
  const { data, messages } = await ask(
    clinician,
    'query ($id: ID!) { patient(id: $id) { surveillance(imaging: []) { ended { date because } } } }',
    { id: encodeId('Patient', row?.patient_id) },
  );
  expect(messages).toEqual([]);
  expect(data.patient.surveillance.ended).toEqual({ date: '2024-11-20', because: 'RECURRENCE' });
});
