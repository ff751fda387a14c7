import { expect, test } from 'vitest';
import { loinc, readOne, recordOf, recordsOf, snomed } from './read-one.ts';

const observation = (more: object) => ({
  resourceType: 'Observation',
  status: 'final',
  effectiveDateTime: '2020-01-02',
  ...more,
});
const quantity = (value: number, code: string) => ({
  valueQuantity: { value, code, system: 'http://unitsofmeasure.org' },
});

test.each([
  // LOINC, as sent, in the analyte's usual unit.
  ['718-7', 13.5, 'g/dL', 135, 'g/L', 'haematology'],
  ['6690-2', 6.1, '10*3/uL', 6.1, '10*9/L', 'haematology'],
  ['29463-7', 150, '[lb_av]', 68.0388555, 'kg', 'vital-sign'],
])('%s %d %s', async (code, value, unit, normal, normalUnit, category) => {
  const record = await recordOf(
    'observation',
    observation({ code: loinc(code), ...quantity(value, unit) }),
  );
  expect(record).toMatchObject({ category, at: '2020-01-02T00:00:00Z', value: { value, unit } });
  expect(record.value?.normal?.value).toBeCloseTo(normal, 6);
  expect(record.value?.normal?.unit).toBe(normalUnit);
});

test('a unit that cannot be the analyte’s is left as sent', async () => {
  const record = await recordOf(
    'observation',
    observation({ code: loinc('718-7'), ...quantity(13, 'mm[Hg]') }),
  );
  expect(record.value).toEqual({ value: 13, unit: 'mm[Hg]', comparator: null, normal: null });
});

test('a comparator and the reference range are kept, the range in the unit of the value', async () => {
  const record = await recordOf(
    'observation',
    observation({
      code: loinc('718-7'),
      valueQuantity: { value: 3, comparator: '<', code: 'g/dL' },
      referenceRange: [{ low: { value: 13, code: 'g/dL' }, high: { value: 17, code: 'g/dL' } }],
    }),
  );
  expect(record).toMatchObject({
    value: { comparator: '<' },
    referenceLow: 130,
    referenceHigh: 170,
  });
});

test('the parts of a blood pressure are two results', async () => {
  const records = await recordsOf(
    observation({
      code: loinc('85354-9'),
      component: [
        { code: loinc('8480-6'), ...quantity(120, 'mm[Hg]') },
        { code: loinc('8462-4'), ...quantity(80, 'mm[Hg]') },
      ],
    }),
  );
  expect(records.map((r) => r.source.id)).toEqual(['x#8480-6', 'x#8462-4']);
});

test.each([
  ['399504009', '1228938002', 'cT3', 'T', 'c', 'T3', null],
  ['384625004', '1229859000', 'pT3', 'T', 'p', 'T3', null],
  ['384625004', '', 'ypT2a', 'T', 'y', 'T2a', null],
  ['399588009', '1222769001', 'IIB', 'group', 'p', 'IIB', 'STAGE_II'],
  ['399537006', '', 'Stage IIIA', 'group', 'c', 'IIIA', 'STAGE_III'],
])(
  'SNOMED CT %s, value %s (%s)',
  async (code, value, display, axis, classification, read, broadStage) => {
    const concept = value === '' ? { coding: [{ code: display }] } : snomed(value);
    const record = await recordOf(
      'stage',
      observation({
        code: snomed(code),
        valueCodeableConcept: concept,
        focus: [{ reference: 'Condition/c' }],
      }),
    );
    expect(record).toMatchObject({ axis, classification, value: read, broadStage, tumour: 'c' });
  },
);

test('a stage that is absent is kept, not read', async () => {
  const absent = {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
        code: 'not-applicable',
      },
    ],
  };
  expect(
    (await readOne(observation({ code: snomed('371497001'), valueCodeableConcept: absent })))
      .outcome,
  ).toBe('retained');
});

test('performance on each scale', async () => {
  const of = async (more: object) => {
    const { scale, score } = await recordOf('performance', observation(more));
    return [scale, score];
  };
  expect(await of({ code: loinc('89247-1'), valueInteger: 2 })).toEqual(['ECOG', 2]);
  expect(await of({ code: loinc('89247-1'), valueCodeableConcept: loinc('LA9624-3') })).toEqual([
    'ECOG',
    2,
  ]);
  expect(await of({ code: loinc('89243-0'), valueInteger: 90 })).toEqual(['Karnofsky', 90]);
  expect((await readOne(observation({ code: loinc('89243-0'), valueInteger: 95 }))).outcome).toBe(
    'refused',
  );
});

test.each([
  [{ code: loinc('48676-1'), valueCodeableConcept: loinc('LA6577-6', 'Negative') }, 'negative'],
  [{ code: loinc('39004-7'), valueCodeableConcept: snomed('10828004') }, 'positive'],
  [{ code: loinc('85337-4'), valueString: '阳性 (90%)' }, 'positive'],
  [{ code: loinc('85330-9'), ...quantity(30, '%') }, null],
])('biomarker %#', async (more, finding) => {
  expect((await recordOf('biomarker', observation(more))).finding).toBe(finding);
});

test('a variant is named by its gene', async () => {
  const record = await recordOf(
    'biomarker',
    observation({
      code: loinc('69548-6'),
      valueCodeableConcept: loinc('LA9633-4', 'Present'),
      component: [
        {
          code: loinc('48018-6'),
          valueCodeableConcept: {
            coding: [{ system: 'http://www.genenames.org', code: 'HGNC:3236', display: 'EGFR' }],
          },
        },
        { code: loinc('48005-3'), valueCodeableConcept: { text: 'p.Leu858Arg' } },
      ],
    }),
  );
  expect(record).toMatchObject({
    what: { display: 'EGFR' },
    result: { display: 'p.Leu858Arg' },
    finding: 'positive',
  });
});

test('how the disease stood', async () => {
  const record = await recordOf(
    'disease-status',
    observation({ code: loinc('97509-4'), valueCodeableConcept: snomed('271299001') }),
  );
  expect(record.trend).toBe('PROGRESSED');
});
