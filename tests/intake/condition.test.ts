import { expect, test } from 'vitest';
import { readOne, recordOf, recordsOf, snomed } from './read-one.ts';

const status = {
  clinicalStatus: {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' },
    ],
  },
};
const condition = (more: object) => ({ resourceType: 'Condition', ...status, ...more });
const icd10 = (code: string) => ({ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code }] });
const verified = (code: string) => ({
  verificationStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code }],
  },
});

test.each([
  // Code, spread, site group, topography, morphology.
  [icd10('C34.1'), 'PRIMARY', 'lung', 'C34.1', null],
  [icd10('C50.811'), 'PRIMARY', 'breast', 'C50.8', null],
  [icd10('C43.5'), 'PRIMARY', 'melanoma', 'C44.5', '8720/3'],
  [icd10('C79.3'), 'SECONDARY', 'brain', null, null],
  [icd10('D05.1'), 'PRIMARY', 'breast', 'C50.9', '8500/2'],
  [snomed('254637007'), 'PRIMARY', 'lung', 'C34.9', '8046/3'],
  [snomed('94225005'), 'SECONDARY', 'brain', 'C71.9', '8000/6'],
  // Named by its primary: where it lies is not said, and the primary's site is not its own.
  [snomed('314994000'), 'SECONDARY', null, null, '8000/6'],
])('%j is a tumour', async (code, spread, siteGroup, topography, morphology) => {
  const said = { spread, siteGroup, topography, morphology };
  expect(await recordOf('tumour', condition({ code }))).toMatchObject(said);
});

test('histology and body site say more than the code', async () => {
  const extension = [
    {
      url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior',
      valueCodeableConcept: snomed('1187332001'),
    },
  ];
  const bodySite = [
    {
      ...snomed('39607008'),
      extension: [
        {
          url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-laterality-qualifier',
          valueCodeableConcept: snomed('7771000'),
        },
      ],
    },
  ];
  expect(
    await recordOf('tumour', condition({ code: snomed('363346000'), extension, bodySite })),
  ).toMatchObject({
    siteGroup: 'lung',
    topography: 'C34.9',
    morphology: '8140/3',
    laterality: 'left',
  });
});

test('onset keeps its precision; without one the date of recording stands in', async () => {
  const of = async (more: object) =>
    (await recordOf('tumour', condition({ code: icd10('C61'), ...more }))).diagnosed;
  expect(await of({ onsetDateTime: '2019-03' })).toEqual({
    date: '2019-03-01',
    precision: 'month',
  });
  expect(await of({ recordedDate: '2020-05-06T10:00:00+08:00' })).toEqual({
    date: '2020-05-06',
    precision: 'day',
  });
  expect(await of({ onsetAge: { value: 60 } })).toBeNull();
});

test.each([
  snomed('38341003'),
  snomed('162573006', 'Suspected lung cancer'),
  snomed('68496003', 'Polyp of colon'),
  icd10('D12.6'),
  icd10('I10'),
])('%j is no tumour', async (code) => {
  expect((await recordsOf(condition({ code }))).map((r) => r.kind)).toEqual(['comorbidity']);
});

test('a stage that is part of the diagnosis, and one said beside it', async () => {
  const of = async (more: object) =>
    (await recordsOf(condition(more)))
      .filter((r) => r.kind === 'stage')
      .map((r) => [r.axis, r.value, r.broadStage, r.tumour]);
  expect(await of({ code: snomed('424132000') })).toEqual([['group', 'I', 'STAGE_I', 'x']]);
  expect(
    await of({
      code: icd10('C91.1'),
      stage: [{ summary: { coding: [{ code: 'C80135', display: 'Binet Stage B' }] } }],
    }),
  ).toEqual([['Binet', 'B', null, 'x']]);
  expect(await of({ code: icd10('C34.1'), stage: [{ summary: { text: 'ⅢA期' } }] })).toEqual([
    ['group', 'ⅢA期', null, 'x'],
  ]);
});

test('what is not confirmed is no case', async () => {
  for (const code of ['refuted', 'provisional', 'entered-in-error']) {
    const sent = condition({
      code: icd10('C34.1'),
      ...verified(code),
      ...(code === 'entered-in-error' ? { clinicalStatus: undefined } : {}),
    });
    expect([code, (await readOne(sent)).outcome]).toEqual([code, 'retained']);
  }
});
