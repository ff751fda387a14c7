/** A hospital with patients whose records make tasks, and how its people read and act on them. */
import type { Principal } from '@nodp/database';
import { nationalDay } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import { afterAll, beforeAll, expect } from 'vitest';
import { hospitals } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';

export let db: Setting;
export const clinician = principalOf('CLINICIAN', hospitals.here);
export const coordinator = principalOf('FOLLOWUP_COORDINATOR', hospitals.here);
export const manager = principalOf('DATA_MANAGER', hospitals.here);

export const inDays = (days: number) => nationalDay(new Date(Date.now() + days * 86_400_000));

export const cea = (id: string, value: number, at: string) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: 'urn:uuid:p1' },
  code: { coding: [{ system: 'http://loinc.org', code: '2039-6' }] },
  effectiveDateTime: at,
  valueQuantity: { value, unit: 'ng/mL', system: 'http://unitsofmeasure.org', code: 'ng/mL' },
});

export const appointment = (id: string, status: string, day: string) => ({
  resourceType: 'Appointment',
  id,
  status,
  description: '电话随访',
  start: `${day}T09:00:00+08:00`,
  end: `${day}T09:15:00+08:00`,
  participant: [{ actor: { reference: 'urn:uuid:p2' }, status: 'accepted' }],
});

export const stage = (id: string, value: string) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: 'urn:uuid:p1' },
  focus: [{ reference: 'urn:uuid:c1' }],
  code: {
    coding: [
      {
        system: 'http://loinc.org',
        code: id === 'g' ? '21908-9' : id === 't' ? '21905-5' : id === 'n' ? '21906-3' : '21907-1',
      },
    ],
  },
  effectiveDateTime: '2024-01-05',
  valueCodeableConcept: { text: value },
});

export const ask = (by: Principal, query: string, variables: Record<string, unknown> = {}) =>
  askerOf(patients, db.database)(by, query, variables);

export const listed = async (by: Principal, conditions = '', fields = '') => {
  const { data, messages } = await ask(
    by,
    `{ worklist${conditions && `(${conditions})`} { edges { cursor node { id kind title { en zh } mine why { en zh } rule ruleVersion
      due state assignee { id } snoozedUntil result note history { act by { id } result note } ${fields} } } pageInfo { hasNextPage endCursor } } }`,
  );
  expect(messages).toEqual([]);
  return data.worklist.edges.map(({ node }: { node: unknown }) => node);
};

export const finish = (by: Principal, id: string, result: string, note: string | null = null) =>
  ask(
    by,
    'mutation ($id: ID!, $result: TaskResult!, $note: String) { finishTask(id: $id, result: $result, note: $note) { state result note } }',
    { id, result, note },
  );
export const undo = (by: Principal, id: string) =>
  ask(by, 'mutation ($id: ID!) { undoTask(id: $id) { state result } }', { id });

/** Sets up before the tests of the file that calls it, and ends after them. */
export const withTasks = (): void => {
  beforeAll(async () => {
    db = await setUp();
    await switchRulesOfDemonstration(db.owner);
    await db.owner`insert into basic.account (id, name_en, name_zh, role, institution_id)
      values ('li', 'Dr Li', '李医生', 'CLINICIAN', ${hospitals.here}), ('far', 'Dr Far', '远', 'CLINICIAN', ${hospitals.there})`;
    await db.send(
      bundle(
        'batch',
        patient('p1'),
        cancer('c1', 'urn:uuid:p1', {
          code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C18.2' }] },
          onsetDateTime: '2024-01-02',
        }),
        {
          resourceType: 'Procedure',
          id: 'o1',
          status: 'completed',
          subject: { reference: 'urn:uuid:p1' },
          category: { coding: [{ system: 'http://snomed.info/sct', code: '387713003' }] },
          code: { text: '右半结肠切除术' },
          performedDateTime: '2024-01-10',
        } as { resourceType: string; id: string },
        stage('g', 'IIIC'),
        cea('m1', 2, '2024-03-10T08:00:00+08:00'),
        cea('m2', 2.6, '2024-06-10T08:00:00+08:00'),
      ),
    );
  });
  afterAll(() => db.end());
};
