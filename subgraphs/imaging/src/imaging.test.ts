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
import { imaging } from './index.ts';
import { imagingReport, lesion, study } from './tables.ts';

const here = '01900000-0000-7000-8000-000000000001';
const there = '01900000-0000-7000-8000-000000000002';
const submission = '01900000-0000-7000-8000-00000000000f';
const patients = [1, 2, 3].map((n) => `01900000-0000-7000-8000-0000000000a${n}`);
const [anna = '', bo = ''] = patients;
const clinician = principalOf('CLINICIAN', here);

const series = (uid: string, number: number | null, modality: string) => ({
  uid,
  number,
  modality,
  description: null,
  bodySite: null,
  instanceCount: 10,
});
const studyOf = (patientId: string, uid: string, content: object) => ({
  patientId,
  sourceType: 'ImagingStudy',
  sourceId: uid,
  content: {
    studyInstanceUid: uid,
    modalities: ['CT'],
    seriesCount: 1,
    instanceCount: 10,
    series: [series(`${uid}.1`, 1, 'CT')],
    ...content,
  },
});
const reportOf = (sourceId: string, content: object) => ({
  patientId: anna,
  sourceType: 'DiagnosticReport',
  sourceId,
  content: { display: 'CT of the chest', status: 'final', ...content },
});

let db: TestDatabase;
const ids = new Map<string, string>();

beforeAll(async () => {
  db = await testDatabase();
  const owner = postgres(db.ownerUrl, { max: 1 });
  for (const patient of patients) {
    await owner`insert into basic.care_relationship (institution_id, patient_id) values (${here}, ${patient})`;
  }
  await db.database.session(principalOf('SYSTEM', here), async (session) => {
    await upsertInto(study).write(session, submission, [
      studyOf(anna, '2.25.1', {
        startedAt: '2024-03-14T08:30:00+08:00',
        description: 'SECRET staging',
        modalities: ['PT', 'CT'],
        seriesCount: 3,
        series: [
          series('2.25.1.3', null, 'CT'),
          series('2.25.1.2', 2, 'PT'),
          {
            ...series('2.25.1.1', 1, 'CT'),
            description: 'SECRET series',
            bodySite: { system: null, code: null, display: 'Chest' },
          },
        ],
      }),
      studyOf(anna, '2.25.2', { startedAt: '2024-09-01T00:00:00Z', bodySiteDisplay: 'Chest' }),
      studyOf(anna, '2.25.3', {}),
      studyOf(bo, '2.25.4', { description: 'SECRET other' }),
    ]);
    await upsertInto(imagingReport).write(session, submission, [
      reportOf('r1', {
        reportedOn: '2024-03-01',
        reportedPrecision: 'month',
        conclusion: 'SECRET nodule',
      }),
      reportOf('r2', {
        reportedOn: '2024-09-02',
        reportedPrecision: 'day',
        reportText: 'SECRET text',
      }),
    ]);
    await upsertInto(lesion).write(session, submission, [
      {
        patientId: anna,
        sourceType: 'Observation',
        sourceId: 'l1',
        content: {
          lesion: 'T1',
          role: 'TARGET',
          state: 'MEASURED',
          node: false,
          measuredOn: '2024-03-14',
          measuredPrecision: 'day',
          tenths: 245,
          note: 'SECRET lesion',
        },
      },
    ]);
  });
  for (const row of await owner`select patient_id, id, source_id from imaging.study`) {
    ids.set(row.source_id, encodeId('ImagingStudy', row.patient_id, row.id));
  }
  await owner.end();
});
afterAll(() => db.end());

const patientOf = (id: string) => ({ __typename: 'Patient', id: encodeId('Patient', id) });
const idOf = (uid: string) => ids.get(uid) as string;
const everything = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Patient { id
    imagingStudies { id studyInstanceUid startedAt description modalities { system code label { en zh } }
      bodySite { label { en } } seriesCount instanceCount imageCount
      series { seriesInstanceUid number modality { code } description bodySite { label { en } } instanceCount imageCount } }
    imagingReports { id what { label { en } } status date conclusion text }
    lesions { id lesion role state node date millimetres note } } } }`;

const carers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM'];
const table = {
  ...rolesOfKinds(new URL('..', import.meta.url)),
  Query: carers,
  Patient: carers,
  LesionChange: ['CLINICIAN'] as const,
  Mutation: ['CLINICIAN'] as const,
  Coded: roles,
  Label: roles,
};
const noLesion = encodeId('Lesion', anna, submission);
const samples = () => ({
  arguments: {
    'Query.imagingStudy': `(id: "${idOf('2.25.1')}")`,
    'Mutation.enterLesion': `(patient: "${encodeId('Patient', anna)}", input: { lesion: "T9", role: TARGET, state: ABSENT, date: "2999-01-01" })`,
    'Mutation.changeLesion': `(lesion: "${noLesion}", input: { lesion: "T9", role: TARGET, state: ABSENT, date: "2999-01-01" })`,
    'Mutation.withdrawLesion': `(lesion: "${noLesion}")`,
    'Mutation.undoLesion': `(lesion: "${noLesion}")`,
  },
  references: { Patient: { id: encodeId('Patient', anna) }, ImagingStudy: { id: idOf('2.25.1') } },
});

describe.each(engines)('imaging under %s', (_, engine) => {
  const asker = () => askerOf(imaging, db.database, engine());

  test('studies and reports come latest first, series by number', async () => {
    const { data, messages } = await asker()(clinician, everything, {
      representations: [patientOf(anna)],
    });
    expect(messages).toEqual([]);
    const [{ imagingStudies, imagingReports }] = data._entities;
    const uids = imagingStudies.map((one: { studyInstanceUid: string }) => one.studyInstanceUid);
    expect(uids).toEqual(['2.25.2', '2.25.1', '2.25.3']);
    expect(imagingStudies[1]).toMatchObject({
      id: idOf('2.25.1'),
      startedAt: '2024-03-14T00:30:00.000Z',
      modalities: [{ code: 'PT' }, { code: 'CT', label: { zh: 'CT' } }],
      bodySite: null,
      seriesCount: 3,
      series: [
        { seriesInstanceUid: '2.25.1.1', number: 1, bodySite: { label: { en: 'Chest' } } },
        { seriesInstanceUid: '2.25.1.2', number: 2, modality: { code: 'PT' } },
        { seriesInstanceUid: '2.25.1.3', number: null, bodySite: null },
      ],
    });
    expect(imagingReports).toMatchObject([
      { date: '2024-09-02', text: 'SECRET text', conclusion: null },
      { date: '2024-03', conclusion: 'SECRET nodule' },
    ]);
    expect(data._entities[0].lesions).toMatchObject([
      { lesion: 'T1', role: 'TARGET', date: '2024-03-14', millimetres: 24.5, node: false },
    ]);
  });

  test('a study is found by its id, and as an entity; an unknown one is null', async () => {
    const ask = asker();
    const query = 'query ($id: ID!) { imagingStudy(id: $id) { description } }';
    const one = await ask(clinician, query, { id: idOf('2.25.4') });
    expect(one.data).toEqual({ imagingStudy: { description: 'SECRET other' } });
    const unknown = encodeId('ImagingStudy', anna, submission);
    const found = await ask(
      clinician,
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ImagingStudy { studyInstanceUid } } }',
      {
        representations: [idOf('2.25.1'), unknown, idOf('2.25.4')].map((id) => ({
          __typename: 'ImagingStudy',
          id,
        })),
      },
    );
    expect(found.data._entities).toEqual([
      { studyInstanceUid: '2.25.1' },
      null,
      { studyInstanceUid: '2.25.4' },
    ]);
    // Identity, audit, studies.
    expect(found.statements).toBe(3);
  });

  test('the number of statements does not grow with patients or lists', async () => {
    const ask = asker();
    const one = await ask(clinician, everything, { representations: [patientOf(bo)] });
    const all = await ask(clinician, everything, { representations: patients.map(patientOf) });
    expect(
      all.data._entities.flatMap((p: { imagingStudies: [] }) => p.imagingStudies),
    ).toHaveLength(4);
    // Identity, audit, studies, reports, lesions.
    expect(one.statements).toBe(5);
    expect(all.statements).toBe(5);
  });

  test('each access is on record, also one that finds nothing', async () => {
    const owner = postgres(db.ownerUrl, { max: 1 });
    await owner`truncate basic.audit`;
    const stranger = principalOf('CLINICIAN', there);
    await asker()(stranger, everything, { representations: [patientOf(anna)] });
    const rows = await owner`select account_id, action, patient_ids from basic.audit`;
    await owner.end();
    expect([...rows]).toEqual([
      { account_id: stranger.accountId, action: 'read', patient_ids: [anna] },
    ]);
  });

  test('each role reads what is open to it by every path, and nothing else', async () => {
    const probes = probesOf(imaging, samples());
    expect(unprobed(imaging.schema, probes)).toEqual([]);
    expect(await deviations(asker(), probes, table, here)).toEqual([]);
  });

  test('another institution finds nothing by any path', async () => {
    const ask = asker();
    const probes = probesOf(imaging, samples());
    expect(await occurrences(ask, clinician, probes, 'SECRET')).toBeGreaterThan(4);
    expect(await occurrences(ask, principalOf('CLINICIAN', there), probes, 'SECRET')).toBe(0);
  });
});
