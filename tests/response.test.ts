import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, hospitals, identityKey, principal } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';
import { component } from './lesion-examples.ts';
import { type AskWhole, wholeGraph } from './whole-graph.ts';

/** A target lesion as mCODE's tumour size; mm. */
const lesion = (id: string, on: string, millimetres: number) => ({
  ...{ resourceType: 'Observation', id: `${id}-${on}`, status: 'final' },
  subject: { reference: 'urn:uuid:lung' },
  code: { coding: [{ system: 'http://loinc.org', code: '21889-1' }] },
  effectiveDateTime: on,
  component: [
    component('112039', { valueString: id }),
    component('TUMIDENT', { valueString: 'TARGET' }),
    component('LDIAM', {
      valueQuantity: {
        ...{ value: millimetres, unit: 'mm', system: 'http://unitsofmeasure.org', code: 'mm' },
      },
    }),
  ],
});
const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-radiotherapy';

const pembrolizumab = {
  resourceType: 'MedicationAdministration',
  id: 'drug',
  ...{ status: 'completed', subject: { reference: 'urn:uuid:lung' } },
  ...{ medicationCodeableConcept: { text: '帕博利珠单抗' } },
  ...{ effectivePeriod: { start: '2025-01-06', end: '2025-06-01' } },
};
/** 20 × 3 Gy. */
const radiotherapy = {
  resourceType: 'Procedure',
  id: 'radiotherapy',
  status: 'completed',
  meta: { profile: [`${MCODE}-course-summary`] },
  subject: { reference: 'urn:uuid:lung' },
  code: { coding: [{ system: 'http://snomed.info/sct', code: '1217123003' }] },
  performedPeriod: { start: '2025-06-02', end: '2025-07-11' },
  extension: [
    {
      url: `${MCODE}-dose-delivered-to-volume`,
      extension: [
        {
          url: 'totalDoseDelivered',
          valueQuantity: {
            ...{ value: 6000, unit: 'cGy', system: 'http://unitsofmeasure.org', code: 'cGy' },
          },
        },
        { url: 'fractionsDelivered', valueUnsignedInt: 20 },
      ],
    },
  ],
};

let db: Setting;
const QUERY = `{ patients { edges { node {
  response { inForce assessments { tumour { siteGroup } line startedOn immune baseline baselineSum
    lesions { lesion marks { millimetres } } best { unconfirmed confirmed } rules { id mark source { en zh } }
    timepoints { date overall sum nadir changeFromBaseline changeFromNadir changeFromNadirMillimetres rule { en zh } immune { response } } } }
  radiotherapyVolumes { biologicalDose { grayPerFraction rule { id mark } tissues { alphaBeta bed eqd2 } } } } } } }`;

let ask: AskWhole;
beforeAll(async () => {
  db = await setUp();
  ask = await wholeGraph({ database: db.database, identityKey });
  await db.send(
    bundle(
      'transaction',
      patient('lung'),
      cancer('lung-c', 'urn:uuid:lung'),
      lesion('T1', '2025-01-03', 27),
      lesion('T2', '2025-01-03', 13),
      lesion('T1', '2025-03-03', 18),
      lesion('T2', '2025-03-03', 10),
      lesion('T1', '2025-05-05', 21.6),
      lesion('T2', '2025-05-05', 12),
      pembrolizumab,
      radiotherapy,
    ),
  );
  await switchRulesOfDemonstration(db.owner);
});
afterAll(() => db.end());

const found = async (who = everyone.CLINICIAN) => {
  const { data, codes } = await ask(who, QUERY);
  expect(codes).toEqual([]);
  return (data as { patients: { edges: { node: unknown }[] } }).patients.edges.map(
    ({ node }) => node,
  );
};

const switchOff = (rule: string) =>
  db.owner`insert into basic.rule_switch (id, rule_id, version, in_force, confirmed, reason, switched_by)
    values (gen_random_uuid(), ${rule}, 1, false, false, 'Not for our patients.', 'board@nation')`;
const undo = (rule: string) =>
  db.owner`delete from basic.rule_switch where rule_id = ${rule} and not in_force`;

test('from lesions sent: sums, changes, responses with the rule that fired, iRECIST under pembrolizumab, best response', async () => {
  expect(await found()).toMatchObject([
    {
      response: {
        inForce: true,
        assessments: [
          {
            ...{ tumour: { siteGroup: 'lung' }, startedOn: '2025-01-06', immune: true },
            ...{ baseline: '2025-01-03', baselineSum: 40 },
            lesions: [
              {
                lesion: 'T1',
                marks: [{ millimetres: 27 }, { millimetres: 18 }, { millimetres: 21.6 }],
              },
              {
                lesion: 'T2',
                marks: [{ millimetres: 13 }, { millimetres: 10 }, { millimetres: 12 }],
              },
            ],
            timepoints: [
              {
                ...{ date: '2025-03-03', overall: 'PR', sum: 28, nadir: 40 },
                ...{ changeFromBaseline: -30, immune: { response: 'iPR' } },
                rule: { zh: 'PR：靶病灶总和较基线减少≥30%（4.3.1）。' },
              },
              {
                ...{ date: '2025-05-05', overall: 'PD', sum: 33.6, nadir: 28 },
                ...{ changeFromNadir: 20, changeFromNadirMillimetres: 5.6 },
                immune: { response: 'iUPD' },
                rule: {
                  en: 'PD: the sum of target lesions is 20 % and 5 mm or more above the nadir (4.3.1).',
                },
              },
            ],
            best: { unconfirmed: 'PR', confirmed: 'SD' },
            rules: [
              { id: 'recist-response', mark: 'KNOWN' },
              { id: 'recist-best-response' },
              { id: 'irecist' },
            ],
          },
        ],
      },
      // 20 × 3 Gy: 60 × (1 + 3 / 10) = 78 Gy; 60 × 13 / 12 = 65 Gy.
      radiotherapyVolumes: [
        {
          biologicalDose: {
            grayPerFraction: 3,
            rule: { id: 'bed-eqd2', mark: 'SEEN' },
            tissues: [
              { alphaBeta: 10, bed: 78, eqd2: 65 },
              { alphaBeta: 3, bed: 120, eqd2: 72 },
            ],
          },
        },
      ],
    },
  ]);
});

test('what the board switches off is judged on no page', async () => {
  for (const rule of ['irecist', 'recist-best-response', 'bed-eqd2']) await switchOff(rule);
  expect(await found()).toMatchObject([
    {
      response: {
        assessments: [
          { best: null, timepoints: [{ overall: 'PR', immune: null }, { overall: 'PD' }] },
        ],
      },
      radiotherapyVolumes: [{ biologicalDose: null }],
    },
  ]);
  await switchOff('recist-response');
  expect(await found()).toMatchObject([{ response: { inForce: false, assessments: [] } }]);
  for (const rule of ['irecist', 'recist-best-response', 'bed-eqd2', 'recist-response'])
    await undo(rule);
});

test('a clinician of another hospital finds nobody', async () => {
  expect(await found(principal('CLINICIAN', hospitals.there))).toEqual([]);
});
