import { expect, test } from 'vitest';
import { readOne, recordOf, snomed } from './read-one.ts';

const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-';
const cGy = (value: number, code = 'cGy') => ({
  url: 'totalDoseDelivered',
  valueQuantity: { value, code, system: 'http://unitsofmeasure.org' },
});

test('the dose of a course is that of the volume that had most: volumes are not added up', async () => {
  const volume = (value: number, code: string, fractions: number) => ({
    url: `${MCODE}radiotherapy-dose-delivered-to-volume`,
    extension: [cGy(value, code), { url: 'fractionsDelivered', valueUnsignedInt: fractions }],
  });
  const record = await recordOf('treatment', {
    resourceType: 'Procedure',
    status: 'completed',
    meta: { profile: [`${MCODE}radiotherapy-course-summary`] },
    code: snomed('1217123003'),
    performedPeriod: { start: '2018-08-15', end: '2018-10-25' },
    extension: [
      {
        url: `${MCODE}radiotherapy-modality-and-technique`,
        extension: [
          { url: `${MCODE}radiotherapy-modality`, valueCodeableConcept: snomed('1156506007') },
          { url: `${MCODE}radiotherapy-technique`, valueCodeableConcept: snomed('1156530009') },
        ],
      },
      volume(50, 'Gy', 25),
      volume(6000, 'cGy', 30),
    ],
  });
  expect(record).toMatchObject({
    what: 'RADIOTHERAPY',
    totalDoseCentigray: 6000,
    fractions: 30,
    modality: { code: '1156506007' },
    technique: { code: '1156530009' },
    started: { date: '2018-08-15', precision: 'day' },
    ended: { date: '2018-10-25', precision: 'day' },
  });
});

test.each([
  [snomed('64368001'), 'SURGERY'],
  [snomed('703423002'), 'RADIOTHERAPY'],
  [snomed('73761001', 'Colonoscopy'), 'OTHER'],
  [snomed('65575008', 'Biopsy of prostate'), 'OTHER'],
  [{ text: '胃癌根治术' }, 'SURGERY'],
  [{ text: 'Sigmoid colectomy' }, 'SURGERY'],
])('procedure %j', async (code, what) => {
  expect(
    (await recordOf('treatment', { resourceType: 'Procedure', status: 'completed', code })).what,
  ).toBe(what);
});

const rxnorm = (code: string, display: string) => ({
  medicationCodeableConcept: {
    coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code, display }],
  },
});
const request = (more: object) => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  authoredOn: '2020-01-01',
  ...more,
});

test.each([
  [rxnorm('1736854', 'Cisplatin 50 MG Injection'), 'SYSTEMIC', 'L01XA01'],
  [{ medicationCodeableConcept: { text: '注射用顺铂' } }, 'SYSTEMIC', 'L01XA01'],
  [rxnorm('316672', 'Simvistatin 10 MG'), 'OTHER', null],
  // Folinic acid is no cancer drug, but given for a cancer it is part of its treatment.
  [rxnorm('1803932', 'Leucovorin 100 MG Injection'), 'OTHER', 'V03AF03'],
  [{ ...rxnorm('1803932', 'Leucovorin'), reasonCode: [snomed('93761005')] }, 'SYSTEMIC', 'V03AF03'],
])('drug %#', async (more, what, drug) => {
  expect(await recordOf('treatment', request(more))).toMatchObject({ what, drug });
});

test('a drug that came in a Medication of its own, or inside', async () => {
  const contained = [
    {
      resourceType: 'Medication',
      id: 'm',
      code: { coding: [{ system: 'http://www.whocc.no/atc', code: 'L01XA01' }] },
    },
  ];
  const record = await recordOf(
    'treatment',
    request({ contained, medicationReference: { reference: '#m' } }),
  );
  expect(record.drug).toBe('L01XA01');
  expect((await readOne(request({ medicationReference: { reference: '#n' } }))).outcome).toBe(
    'refused',
  );
});

test('when a drug was to begin comes before when it was ordered', async () => {
  const dosageInstruction = [
    {
      timing: { repeat: { boundsPeriod: { start: '2020-02-01', end: '2020-03-01' } } },
      doseAndRate: [{ doseQuantity: { value: 75, code: 'mg/m2' } }],
    },
  ];
  expect(
    await recordOf('treatment', request({ ...rxnorm('309311', 'cisplatin'), dosageInstruction })),
  ).toMatchObject({
    started: { date: '2020-02-01' },
    ended: { date: '2020-03-01' },
    dose: { value: 75, unit: 'mg/m2' },
  });
});
