import { bundle, cancer, patient } from './intake/examples.ts';
import type { Setting } from './intake/setting.ts';

const SNOMED = 'http://snomed.info/sct';
const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';

const lymphoma = {
  coding: [{ system: SNOMED, code: '254372002', display: 'Ann Arbor lymphoma staging system' }],
};
const stageIV = {
  coding: [{ system: SNOMED, code: '2640006', display: 'Clinical stage IV' }],
  text: 'Stage IV',
};

/** A stage group as an Observation: `c` clinical, `p` pathological, null unsaid. */
export const group = (
  id: string,
  subject: string,
  value: string,
  classification: 'c' | 'p' | null,
  more: object = {},
) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: subject },
  code: {
    coding: [
      {
        system: 'http://loinc.org',
        code: { c: '21908-9', p: '21902-2', none: '21914-7' }[classification ?? 'none'],
      },
    ],
  },
  valueCodeableConcept: { coding: [{ system: 'http://cancerstaging.org', code: value }] },
  ...more,
});

/** A category as an Observation of LOINC: `pT3`. */
export const category = (
  id: string,
  subject: string,
  axis: 'T' | 'N' | 'M',
  value: string,
  more: object,
) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: subject },
  code: {
    coding: [
      { system: 'http://loinc.org', code: { T: '21899-0', N: '21900-6', M: '21901-4' }[axis] },
    ],
  },
  valueCodeableConcept: { coding: [{ system: 'http://cancerstaging.org', code: value }] },
  ...more,
});

const at = (effectiveDateTime: string) => ({ effectiveDateTime });
export const of = (tumour: string) => ({ focus: [{ reference: `urn:uuid:${tumour}` }] });

interface Expected {
  readonly site: string;
  readonly broad: string;
  readonly group: string | null;
  readonly why?: readonly string[];
  readonly missing?: readonly string[];
}

/** Sends what a hospital says of a patient; keys carry the patient's, since all live in one database. */
const say = (db: Setting, id: string, ...resources: readonly object[]) =>
  db.send(bundle('transaction', patient(id), ...(resources as never[])));

export const scenarios: readonly (readonly [
  string,
  string,
  Expected,
  (db: Setting, id: string) => Promise<unknown>,
])[] = [
  [
    'a lymphoma by Ann Arbor',
    'nhl',
    { site: 'non-hodgkin-lymphoma', broad: 'STAGE_IV', group: 'IV', why: ['ONLY_ONE'] },
    (db, id) =>
      say(
        db,
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`, {
          code: { coding: [{ system: ICD_10, code: 'C83.3' }] },
          stage: [{ summary: stageIV, type: lymphoma }],
        }),
      ),
  ],
  [
    'a cervix by FIGO',
    'figo',
    { site: 'cervix', broad: 'STAGE_IV', group: 'IV' },
    (db, id) =>
      db.send(
        bundle(
          'transaction',
          patient(id, { gender: 'female' }),
          cancer(`${id}-c`, `urn:uuid:${id}`, {
            code: { coding: [{ system: ICD_10, code: 'C53.9' }] },
            stage: [{ summary: stageIV, type: { text: 'FIGO 2018' } }],
          }),
        ),
      ),
  ],
  [
    'the pathologist before the clinic, whatever the dates',
    'pc',
    { site: 'lung', broad: 'STAGE_I', group: 'IB', why: ['PATHOLOGICAL_FIRST'] },
    (db, id) =>
      say(
        db,
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`),
        group(`${id}-1`, `urn:uuid:${id}`, 'IIIA', 'c', { ...at('2019-03-02'), ...of(`${id}-c`) }),
        group(`${id}-2`, `urn:uuid:${id}`, 'IB', 'p', { ...at('2019-04-02'), ...of(`${id}-c`) }),
      ),
  ],
  [
    'undated comes after dated, and the earliest first',
    'dates',
    { site: 'lung', broad: 'STAGE_II', group: 'IIB', why: ['DATED_FIRST', 'EARLIEST'] },
    (db, id) =>
      say(
        db,
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`),
        group(`${id}-1`, `urn:uuid:${id}`, 'IV', 'c', of(`${id}-c`)),
        group(`${id}-2`, `urn:uuid:${id}`, 'IIIA', 'c', { ...at('2019-05'), ...of(`${id}-c`) }),
        group(`${id}-3`, `urn:uuid:${id}`, 'IIB', 'c', { ...at('2019-03-09'), ...of(`${id}-c`) }),
      ),
  ],
  [
    'a stage that names no tumour, of one primary',
    'unsaid',
    { site: 'lung', broad: 'STAGE_III', group: 'IIIC' },
    (db, id) =>
      say(
        db,
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`),
        group(`${id}-1`, `urn:uuid:${id}`, 'IIIC', null, at('2019-03-09')),
      ),
  ],
  [
    'a stage that names no tumour, of two',
    'two',
    { site: 'stomach', broad: 'UNKNOWN', group: null, missing: ['NO_STAGE', 'TUMOUR_NOT_NAMED'] },
    (db, id) =>
      say(
        db,
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`, {
          onsetDateTime: '2015-01-02',
          code: { coding: [{ system: ICD_10, code: 'C50.9' }] },
        }),
        cancer(`${id}-d`, `urn:uuid:${id}`, {
          onsetDateTime: '2019-01-02',
          code: { coding: [{ system: ICD_10, code: 'C16.9' }] },
        }),
        group(`${id}-1`, `urn:uuid:${id}`, 'IIIC', null, at('2019-03-09')),
      ),
  ],
  [
    'unknown, though pathological, where another is known',
    'unknown',
    { site: 'lung', broad: 'STAGE_II', group: 'IIA' },
    (db, id) =>
      say(
        db,
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`),
        group(`${id}-1`, `urn:uuid:${id}`, 'unknown', 'p', {
          ...at('2019-03-02'),
          ...of(`${id}-c`),
        }),
        group(`${id}-2`, `urn:uuid:${id}`, 'IIA', 'c', of(`${id}-c`)),
      ),
  ],
  [
    'a stage sent before the tumour it names, and then the tumour',
    'later',
    { site: 'lung', broad: 'STAGE_II', group: 'IIA' },
    async (db, id) => {
      await say(
        db,
        id,
        group(`${id}-1`, `urn:uuid:${id}`, 'IIA', 'c', {
          focus: [{ reference: `Condition/${id}-c` }],
        }),
      );
      await db.send(cancer(`${id}-c`, `Patient/${id}`));
    },
  ],
  [
    'a stage that is taken back',
    'back',
    { site: 'lung', broad: 'UNKNOWN', group: null, missing: ['NO_STAGE'] },
    async (db, id) => {
      await say(
        db,
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`),
        group(`${id}-1`, `urn:uuid:${id}`, 'IV', 'c'),
      );
      await db.send(group(`${id}-1`, `Patient/${id}`, 'IV', 'c', { status: 'entered-in-error' }));
    },
  ],
];
