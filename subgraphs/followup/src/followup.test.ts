import { type Role, roles, upsertInto } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import {
  askerOf,
  deviations,
  engines,
  occurrences,
  principalOf,
  probesOf,
  rolesOfKinds,
  unprobed,
} from '@nodp/graph/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { followup } from './index.ts';
import { contact, diseaseStatus, plan, screening } from './tables.ts';

const here = '01900000-0000-7000-8000-000000000001';
const there = '01900000-0000-7000-8000-000000000002';
const submission = '01900000-0000-7000-8000-00000000000f';
const patients = [1, 2, 3].map((n) => `01900000-0000-7000-8000-0000000000a${n}`);
const [anna = '', bo = '', chen = ''] = patients;
const clinician = principalOf('CLINICIAN', here);
const coordinator = principalOf('FOLLOWUP_COORDINATOR', here);

const contactOf = (patientId: string, sourceId: string, status: string, at: string | null) => ({
  patientId,
  sourceType: 'Appointment',
  sourceId,
  content: { display: 'Follow-up visit', status, at, note: `SECRET ${sourceId}` },
});
const statusOf = (sourceId: string, trend: 'REMISSION' | 'RECURRED', assessedOn: string) => ({
  patientId: anna,
  sourceType: 'Observation',
  sourceId,
  content: { trend, display: `SECRET ${trend}`, assessedOn, assessedPrecision: 'month' as const },
});

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  const owner = postgres(db.ownerUrl, { max: 1 });
  for (const patient of patients) {
    await owner`insert into basic.care_relationship (institution_id, patient_id) values (${here}, ${patient})`;
  }
  // The other institution cares for Chen too, and has a contact of its own.
  await owner`insert into basic.care_relationship (institution_id, patient_id) values (${there}, ${chen})`;
  await owner`insert into followup.screening_standing (patient_id, programme, institution_id, step, result, sort_on, rule_version)
    values (${anna}, 'lung', ${here}, 'recalled', 'SECRET', '9999-12-31', 1)`;
  await owner.end();
  await db.database.session(principalOf('SYSTEM', there), (session) =>
    upsertInto(contact).write(session, submission, [
      contactOf(chen, 'elsewhere', 'booked', '2024-03-01T02:00:00Z'),
    ]),
  );
  await db.database.session(principalOf('SYSTEM', here), async (session) => {
    await upsertInto(screening).write(session, submission, [
      {
        ...{ patientId: anna, sourceType: 'Observation', sourceId: 'screened' },
        content: {
          programme: 'SECRET programme',
          testedOn: '2024-01-02',
          result: 'SECRET',
          test: 'SECRET',
        },
      },
    ]);
    await upsertInto(contact).write(session, submission, [
      contactOf(anna, 'overdue', 'booked', '2024-03-01T02:00:00Z'),
      contactOf(bo, 'same-time', 'pending', '2024-03-01T02:00:00Z'),
      contactOf(anna, 'done', 'fulfilled', '2024-03-02T02:00:00Z'),
      // 14 March at 23:30, and 15 March at 00:30, of the nation's clock.
      contactOf(anna, 'late-evening', 'proposed', '2024-03-14T15:30:00Z'),
      contactOf(bo, 'after-midnight', 'booked', '2024-03-14T16:30:00Z'),
      contactOf(bo, 'some-day', 'proposed', null),
    ]);
    await upsertInto(diseaseStatus).write(session, submission, [
      statusOf('s2', 'RECURRED', '2025-01-20'),
      statusOf('s1', 'REMISSION', '2024-06-10'),
    ]);
    await upsertInto(plan).write(session, submission, [
      {
        patientId: anna,
        sourceType: 'CarePlan',
        sourceId: 'p1',
        content: {
          display: 'SECRET surveillance',
          status: 'active',
          startedOn: '2024-01-01',
          startedPrecision: 'year',
          activities: [
            { system: null, code: null, display: 'CT of the chest', status: 'not-started' },
            { system: null, code: null, display: 'CEA', status: null },
          ],
        },
      },
    ]);
  });
});
afterAll(() => db.end());

const patientOf = (id: string) => ({ __typename: 'Patient', id: encodeId('Patient', id) });
const everything = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Patient { id
    followupPlans { what { label { en } } status startedOn endedOn activities { what { label { en } } status } }
    followupContacts { id patient { id } what { label { en } } status at note }
    diseaseStatuses { trend asSent { label { en } } date } } } }`;
const due = `query ($until: PartialDate, $first: Int, $after: String) {
  contactsDue(until: $until, first: $first, after: $after) {
    totalCount overdueCount
    edges { cursor node { note at daysLate patient { id } } } pageInfo { hasNextPage endCursor } } }`;
const notes = (data: { contactsDue: { edges: { node: { note: string } }[] } }) =>
  data.contactsDue.edges.map(({ node }) => node.note.replace('SECRET ', ''));

const carers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM'];
const askers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR'];
const table = {
  ...rolesOfKinds(new URL('..', import.meta.url)),
  Query: ['FOLLOWUP_COORDINATOR'],
  ContactConnection: ['FOLLOWUP_COORDINATOR'],
  ContactEdge: ['FOLLOWUP_COORDINATOR'],
  'Query.symptomLibrary': carers,
  'Query.screeningProgrammes': carers,
  'Query.screeningPersons': carers,
  'Query.screeningCounts': carers,
  'Mutation.makeSymptomQuestionnaire': askers,
  'Mutation.revokeSymptomQuestionnaire': askers,
  'Mutation.actOnSymptomAlert': ['CLINICIAN'],
  'Patient.messages': ['FOLLOWUP_COORDINATOR'],
  'Mutation.saveMessageTemplate': ['FOLLOWUP_COORDINATOR'],
  'Mutation.planMessage': ['FOLLOWUP_COORDINATOR'],
  'Mutation.actOnMessage': ['FOLLOWUP_COORDINATOR'],
  MessageForm: ['FOLLOWUP_COORDINATOR'],
  MessagePlaceholder: ['FOLLOWUP_COORDINATOR'],
  MessageTemplate: ['FOLLOWUP_COORDINATOR'],
  MessageTemplateVersion: ['FOLLOWUP_COORDINATOR'],
  MessageTemplateChange: ['FOLLOWUP_COORDINATOR'],
  MessageChange: ['FOLLOWUP_COORDINATOR'],
  MessageConnection: ['FOLLOWUP_COORDINATOR'],
  MessageEdge: ['FOLLOWUP_COORDINATOR'],
  Message: ['FOLLOWUP_COORDINATOR'],
  MadeSymptomQuestionnaire: askers,
  SymptomLibrary: carers,
  SymptomSet: carers,
  SymptomTerm: carers,
  SymptomQuestionnaire: carers,
  SymptomAnswer: carers,
  SymptomSaid: carers,
  SymptomAlert: carers,
  Patient: carers,
  ContactOutcome: carers,
  PageInfo: roles,
  Coded: roles,
  Label: roles,
} satisfies Record<string, readonly Role[]>;
const samples = {
  references: { Patient: { id: encodeId('Patient', anna) } },
  arguments: {
    'Query.screeningPersons': '(programme: "lung")',
    'Query.screeningCounts': '(programme: "lung")',
    'Mutation.saveMessageTemplate':
      '(template: { name: "X", occasion: PLAN, channel: SMS, titleEn: "", titleZh: "", textEn: "x", textZh: "x" })',
    'Mutation.planMessage': `(about: "${encodeId('Patient', anna)}.lung", template: "${encodeId('MessageTemplate', anna)}", language: zh)`,
    'Mutation.actOnMessage': `(id: "${encodeId('Message', anna, bo)}", act: CANCEL)`,
    'Mutation.makeSymptomQuestionnaire': `(patient: "${encodeId('Patient', anna)}", terms: [48])`,
    'Mutation.revokeSymptomQuestionnaire': `(id: "${encodeId('SymptomQuestionnaire', anna, here)}")`,
    'Mutation.actOnSymptomAlert': `(id: "${encodeId('SymptomAlert', anna, here)}", verdict: DISMISSED, reason: "tried")`,
  },
};

describe.each(engines)('follow-up under %s', (_, engine) => {
  const asker = () => askerOf(followup, db.database, engine());

  test('plans and contacts come latest first, the disease by date', async () => {
    const { data, messages } = await asker()(clinician, everything, {
      representations: [patientOf(anna)],
    });
    expect(messages).toEqual([]);
    const [patient] = data._entities;
    expect(patient.followupPlans).toEqual([
      {
        what: { label: { en: 'SECRET surveillance' } },
        status: 'active',
        startedOn: '2024',
        endedOn: null,
        activities: [
          { what: { label: { en: 'CT of the chest' } }, status: 'not-started' },
          { what: { label: { en: 'CEA' } }, status: null },
        ],
      },
    ]);
    expect(patient.followupContacts.map((c: { at: string }) => c.at)).toEqual([
      '2024-03-14T15:30:00.000Z',
      '2024-03-02T02:00:00.000Z',
      '2024-03-01T02:00:00.000Z',
    ]);
    expect(patient.followupContacts[0].patient).toEqual({ id: patient.id });
    expect(patient.diseaseStatuses).toMatchObject([
      { trend: 'REMISSION', date: '2024-06' },
      { trend: 'RECURRED', date: '2025-01' },
    ]);
  });

  test('what is due: still open, by the nation’s day, of the own institution alone', async () => {
    const ask = asker();
    const onThe14th = await ask(coordinator, due, { until: '2024-03-14' });
    expect(onThe14th.messages).toEqual([]);
    expect(notes(onThe14th.data)).toEqual(['overdue', 'same-time', 'late-evening']);
    expect(onThe14th.data.contactsDue).toMatchObject({ totalCount: 3, overdueCount: 3 });
    // The 1st at 10:00 and the 14th at 23:30 of Beijing.
    const [first, second, third] = onThe14th.data.contactsDue.edges;
    expect(first.node.daysLate).toBe(second.node.daysLate);
    expect(first.node.daysLate).toBe(third.node.daysLate + 13);
    expect(notes((await ask(coordinator, due, { until: '2024-03-15' })).data)).toContain(
      'after-midnight',
    );
    const elsewhere = principalOf('FOLLOWUP_COORDINATOR', there);
    expect(notes((await ask(elsewhere, due, {})).data)).toEqual(['elsewhere']);
  });

  test('pages go on where they ended, also between contacts at the same time', async () => {
    const ask = asker();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await ask(coordinator, due, { first: 1, after });
      seen.push(...notes(data));
      after = data.contactsDue.pageInfo.hasNextPage ? data.contactsDue.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['overdue', 'same-time', 'late-evening', 'after-midnight']);
  });

  test.each([
    [{ until: '2024-03' }, 'must be a day of the calendar'],
    [{ until: '2024-02-30' }, 'of the calendar'],
    [{ first: 201 }, '1 to 200'],
    [{ first: 0 }, '1 to 200'],
    [{ after: 'somewhere' }, 'not a cursor'],
    [{ after: Buffer.from('["x","y","z"]').toString('base64url') }, 'not a cursor'],
  ])('%j is refused with the remedy', async (variables, message) => {
    const { codes, messages } = await asker()(coordinator, due, variables);
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(messages[0]).toContain(message);
  });

  test('the number of statements does not grow with patients or lists', async () => {
    const ask = asker();
    const one = await ask(clinician, everything, { representations: [patientOf(bo)] });
    const all = await ask(clinician, everything, { representations: patients.map(patientOf) });
    // Identity, audit, plans, contacts, statuses.
    expect(one.statements).toBe(5);
    expect(all.statements).toBe(5);
    // Identity, contacts, audit, their number.
    expect((await ask(coordinator, due, { first: 200 })).statements).toBe(4);
  });

  test('each access is on record: of the work list, those on the page', async () => {
    const owner = postgres(db.ownerUrl, { max: 1 });
    await owner`truncate basic.audit`;
    await asker()(coordinator, due, { first: 1 });
    const rows = await owner`select role, action, patient_ids from basic.audit`;
    await owner.end();
    expect([...rows]).toEqual([
      { role: 'FOLLOWUP_COORDINATOR', action: 'read', patient_ids: [anna] },
    ]);
  });

  test('each role reads what is open to it by every path, and nothing else', async () => {
    const owner = postgres(db.ownerUrl, { max: 1 });
    await owner`truncate followup.questionnaire`;
    await owner.end();
    const probes = probesOf(followup, samples);
    expect(unprobed(followup.schema, probes)).toEqual([]);
    expect(await deviations(asker(), probes, table, here)).toEqual([]);
  });

  test('another institution finds nothing by any path', async () => {
    const ask = asker();
    const probes = probesOf(followup, samples).filter(
      ({ through }) => through !== 'Query.contactsDue',
    );
    expect(await occurrences(ask, clinician, probes, 'SECRET')).toBeGreaterThan(4);
    expect(await occurrences(ask, principalOf('CLINICIAN', there), probes, 'SECRET')).toBe(0);
  });
});
