import type { Principal } from '@nodp/database';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { indicatorsOutdated, judgeIndicatorsJob } from '@nodp/subgraph-patients/jobs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hospitals } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';

let db: Setting;
const clinician = principalOf('CLINICIAN', hospitals.here);
const manager = principalOf('DATA_MANAGER', hospitals.here);
const stranger = principalOf('CLINICIAN', hospitals.there);

type Resource = { resourceType: string; id: string };
const SNOMED = 'http://snomed.info/sct';
const subject = (p: string) => ({ reference: `urn:uuid:${p}` });
const about = (p: string) => ({ subject: subject(p), focus: [{ reference: `urn:uuid:c-${p}` }] });

const colon = (p: string, on = '2024-01-02') =>
  cancer(`c-${p}`, `urn:uuid:${p}`, {
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C18.7' }] },
    onsetDateTime: on,
  });
const stage = (p: string, value: string, on = '2024-01-20') =>
  ({
    resourceType: 'Observation',
    id: `s-${p}`,
    status: 'final',
    ...about(p),
    code: { coding: [{ system: 'http://loinc.org', code: '21902-2' }] },
    effectiveDateTime: on,
    valueCodeableConcept: { text: value },
  }) as Resource;
const operation = (p: string, on = '2024-01-10') =>
  ({
    resourceType: 'Procedure',
    id: `o-${p}`,
    status: 'completed',
    subject: subject(p),
    category: { coding: [{ system: SNOMED, code: '387713003' }] },
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-9-cm', code: '45.76' }] },
    performedDateTime: on,
  }) as Resource;
const drug = (p: string, on: string) =>
  ({
    resourceType: 'MedicationAdministration',
    id: `d-${p}`,
    status: 'completed',
    subject: subject(p),
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.whocc.no/atc', code: 'L01BC06', display: 'capecitabine' }],
    },
    effectiveDateTime: on,
  }) as Resource;
const nodes = (p: string, count: number) =>
  ({
    resourceType: 'Observation',
    id: `n-${p}`,
    status: 'final',
    ...about(p),
    code: { coding: [{ system: 'http://loinc.org', code: '21894-1' }] },
    effectiveDateTime: '2024-01-15T08:00:00+08:00',
    valueQuantity: { value: count, unit: '1', system: 'http://unitsofmeasure.org', code: '1' },
  }) as Resource;

const born = { birthDate: '1964-03-01' };
const ask = (by: Principal, query: string) => askerOf(patients, db.database)(by, query);

const figures = async (by: Principal, code: string) => {
  const { data, messages } = await ask(
    by,
    '{ careIndicators { code all { met notMet cannotBeJudged rate lower upper } years { year figures { met notMet cannotBeJudged } } missing { fact { en } cases } } }',
  );
  expect(messages).toEqual([]);
  return data.careIndicators.find((one: { code: string }) => one.code === code);
};
const cases = async (
  by: Principal,
  code: string,
  result = 'NOT_MET',
  more = '',
  whose = 'patient',
) => {
  const { data, messages } = await ask(
    by,
    `{ careCases(code: "${code}", result: ${result}${more}) { edges { cursor node { id code result why { en zh } diagnosed ${whose} { id } } } pageInfo { hasNextPage endCursor } } }`,
  );
  expect(messages).toEqual([]);
  return data.careCases;
};

beforeAll(async () => {
  db = await setUp();
  await db.send(
    bundle(
      'batch',
      ...[patient('p1', born), colon('p1'), stage('p1', 'IIIB'), operation('p1'), nodes('p1', 14)],
      ...[patient('p2', born), colon('p2', '2023-01-02'), stage('p2', 'IIIB', '2023-01-20')],
      operation('p2', '2023-01-10'),
      ...[patient('p3', born), colon('p3'), stage('p3', 'IIIB')],
      // Another stage: no indicator of chemotherapy is of it.
      ...[patient('p4', born), colon('p4'), stage('p4', 'IIA'), operation('p4'), nodes('p4', 8)],
    ),
  );
});
afterAll(() => db.end());

test('cases are judged when their records come: met, not met with what is missing, not to be judged', async () => {
  expect((await figures(clinician, 'ACT')).all).toEqual({
    ...{ met: 0, notMet: 2, cannotBeJudged: 1 },
    ...{ rate: 0, lower: 0, upper: 65.8 },
  });
  const { edges } = await cases(clinician, 'ACT');
  expect(edges.map(({ node }: { node: { diagnosed: string } }) => node.diagnosed)).toEqual([
    '2024-01-02',
    '2023-01-02',
  ]);
  expect(edges[0].node.why).toEqual({
    en: 'No chemotherapy begun by 2024-05-01, 120 days from diagnosis on 2024-01-02.',
    zh: '截至2024-05-01（2024-01-02诊断后120天），未开始化疗。',
  });
  const [unknown, ...others] = (await cases(clinician, 'ACT', 'CANNOT_BE_JUDGED')).edges;
  expect(others).toEqual([]);
  expect(unknown.node.why.en).toBe('Not known: treatment.');
  expect((await figures(clinician, 'ACT')).missing).toEqual([
    { fact: { en: 'treatment' }, cases: 1 },
  ]);
  expect((await figures(clinician, '12RLN')).all).toMatchObject({
    met: 1,
    notMet: 1,
    cannotBeJudged: 2,
  });
});

test('a record that comes later turns the case, in the transaction that stores it', async () => {
  await db.send(bundle('batch', patient('p1', born), drug('p1', '2024-02-20')));
  expect((await figures(clinician, 'ACT')).all).toMatchObject({ met: 1, notMet: 1, rate: 50 });
  expect((await figures(clinician, 'ACT')).years).toEqual([
    { year: 2023, figures: { met: 0, notMet: 1, cannotBeJudged: 0 } },
    { year: 2024, figures: { met: 1, notMet: 0, cannotBeJudged: 1 } },
  ]);
  expect((await cases(clinician, 'ACT', 'NOT_MET', ', year: 2024')).edges).toEqual([]);
});

test('the list goes on where it ended; what does not exist is refused', async () => {
  const first = await cases(clinician, '12RLN', 'CANNOT_BE_JUDGED', ', first: 1');
  expect(first.pageInfo.hasNextPage).toBe(true);
  const next = await cases(
    clinician,
    '12RLN',
    'CANNOT_BE_JUDGED',
    `, first: 1, after: "${first.pageInfo.endCursor}"`,
  );
  expect(next.edges[0].node.id).not.toBe(first.edges[0].node.id);
  const { messages } = await ask(clinician, '{ careCases(code: "XYZ") { edges { cursor } } }');
  expect(messages[0]).toContain('no indicator XYZ');
});

test('an institution sees its own cases alone; its data managers by record number; the looks are audited', async () => {
  expect((await figures(stranger, 'ACT')).all).toMatchObject({ met: 0, notMet: 0, rate: null });
  expect((await cases(stranger, 'ACT')).edges).toEqual([]);
  const national = principalOf('DATA_MANAGER', null);
  expect((await figures(national, 'ACT')).all.notMet).toBe(0);
  expect((await cases(national, 'ACT', 'NOT_MET', '', 'audited')).edges).toEqual([]);
  const before = await db.owner`select count(*)::int as n from basic.audit`;
  expect((await cases(manager, 'ACT', 'NOT_MET', '', 'audited')).edges).toHaveLength(1);
  const after = await db.owner`select count(*)::int as n from basic.audit`;
  expect(after[0]?.n).toBeGreaterThan(before[0]?.n);
  const refused = await ask(
    principalOf('FOLLOWUP_COORDINATOR', hospitals.here),
    '{ careIndicators { code } }',
  );
  expect(refused.messages).not.toEqual([]);
});

test('a window that is still open is no failure; the job of the day judges when it closed', async () => {
  const recent = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
  await db.send(
    bundle(
      'batch',
      patient('p5', born),
      colon('p5', recent),
      stage('p5', 'IIIB', recent),
      operation('p5', recent),
    ),
  );
  const open = (await cases(clinician, 'ACT', 'CANNOT_BE_JUDGED')).edges.find(
    ({ node }: { node: { diagnosed: string } }) => node.diagnosed === recent,
  );
  expect(open.node.why.en).toBe('Its time is not over yet.');
  const rechecks =
    await db.owner`select (recheck_on - ${recent}::date)::int as after from patients.indicator_recheck`;
  expect(rechecks).toEqual([{ after: 121 }]);
  await judge();
  expect(await indicatorsOutdated(db.ownerUrl)).toBe(false);
  // A fact that was set behind the back of intake: the job finds it on its day.
  await db.owner`update patients.indicator_recheck set recheck_on = current_date - 1`;
  await db.owner`update patients.tumour set diagnosed_on = ${'2022-01-02'}::date where diagnosed_on = ${recent}::date`;
  expect(await indicatorsOutdated(db.ownerUrl)).toBe(true);
  await judge();
  expect((await cases(clinician, 'ACT', 'NOT_MET', ', year: 2022')).edges).toHaveLength(1);
  expect(await indicatorsOutdated(db.ownerUrl)).toBe(false);
});

const judge = () =>
  judgeIndicatorsJob(db.ownerUrl).run({
    parameters: {},
    requestedBy: 'test',
    signal: new AbortController().signal,
    progress: async () => {},
  } as never);

test('a treatment that is said not to have been given does not count', async () => {
  await db.send(
    bundle('batch', patient('p1', born), {
      ...drug('p1', '2024-02-20'),
      status: 'not-done',
    } as Resource),
  );
  expect((await figures(clinician, 'ACT')).all.met).toBe(0);
});

test('the data centre counts its own institution, and of national data managers all; of nobody else', async () => {
  const query =
    '{ dataCentre { institutions patients sites { site patients } receivedToday lastReceived tasksWaiting } }';
  const { data, messages } = await ask(manager, query);
  expect(messages).toEqual([]);
  expect(data.dataCentre).toMatchObject({ institutions: 1, patients: 5 });
  expect(data.dataCentre.sites).toEqual([{ site: 'colorectum', patients: 5 }]);
  expect(data.dataCentre.receivedToday).toBeGreaterThan(0);
  const far = await ask(principalOf('DATA_MANAGER', hospitals.there), query);
  expect(far.data.dataCentre).toMatchObject({ institutions: 1, patients: 0, receivedToday: 0 });
  const all = await ask(principalOf('DATA_MANAGER', null), query);
  expect(all.data.dataCentre).toMatchObject({ institutions: 2, patients: 5 });
  expect((await ask(clinician, query)).messages).not.toEqual([]);
});

test('a patient of whom no indicator is any more is looked at once, not for ever', async () => {
  await db.send(patient('p9', born));
  await db.owner`insert into patients.indicator_recheck (patient_id, recheck_on)
    select patient_id, current_date - 1 from patients.patient_source where source_id = 'p9'`;
  expect(await indicatorsOutdated(db.ownerUrl)).toBe(true);
  expect(await judge()).toEqual({ patients: 1 });
  expect(await indicatorsOutdated(db.ownerUrl)).toBe(false);
});
