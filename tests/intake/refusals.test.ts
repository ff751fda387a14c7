import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, cancer, haemoglobin, patient } from './examples.ts';
import { type Setting, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
  await db.send(patient('known'));
});
afterAll(() => db.end());

const refusedAt = async (content: unknown) => {
  const { status, issues } = await db.send(content);
  return { status, at: issues[0]?.where || undefined, code: issues[0]?.code };
};
const hb = (more: object) => ({ ...haemoglobin('x', 'Patient/known', 12, '2020-01-01'), ...more });

test.each([
  ['no JSON', '{', undefined, 'structure'],
  ['no resource', '[]', undefined, 'structure'],
  [
    'month 13',
    cancer('x', 'Patient/known', { onsetDateTime: '2019-13-01' }),
    'Condition.onsetDateTime',
    'structure',
  ],
  [
    '30 February',
    hb({ effectiveDateTime: '2020-02-30' }),
    'Observation.effectiveDateTime',
    'structure',
  ],
  [
    'a number as text',
    hb({ valueQuantity: { value: '12' } }),
    'Observation.valueQuantity.value',
    'structure',
  ],
  ['a field FHIR does not have', hb({ colour: 'red' }), 'Observation.colour', 'structure'],
  ['no subject', hb({ subject: undefined }), 'Observation.subject', 'required'],
  [
    'a patient never sent',
    hb({ subject: { reference: 'Patient/nobody' } }),
    'Observation.subject',
    'not-found',
  ],
  [
    'death before birth',
    patient('y', { deceasedDateTime: '1949-12-31' }),
    'Patient.deceasedDateTime',
    'business-rule',
  ],
  ['an unknown gender', patient('y', { gender: 'man' }), 'Patient.gender', 'code-invalid'],
  ['half a Unicode sign', hb({ note: [{ text: '\ud800' }] }), 'Observation.note[0].text', 'value'],
  [
    'ECOG 7',
    hb({
      code: { coding: [{ system: 'http://loinc.org', code: '89247-1' }] },
      valueQuantity: undefined,
      valueInteger: 7,
    }),
    'Observation.valueInteger',
    'value',
  ],
  [
    'a type FHIR does not have',
    { resourceType: 'Patience', id: 'x' },
    'Patience.resourceType',
    'not-supported',
  ],
  ['a Bundle of another type', { resourceType: 'Bundle', type: 'history' }, 'Bundle.type', 'value'],
])('%s is refused, and the place named', async (_, content, at, code) => {
  expect(await refusedAt(content)).toEqual({ status: 'refused', at, code });
});

test('a transaction with one bad entry is refused whole, but what was sent is kept', async () => {
  const bad = bundle(
    'transaction',
    patient('t1'),
    cancer('t1-c', 'urn:uuid:t1'),
    cancer('t1-d', 'Patient/nobody'),
  );
  const result = await db.send(bad);
  expect(result.status).toBe('refused');
  expect(result.issues).toHaveLength(1);
  expect(result.issues[0]?.where).toBe('Bundle.entry[2].resource.subject');
  expect(result.issues[0]?.message).toContain('Send the Patient first');
  expect(await db.count('patients.patient_source', `source_id = 't1'`)).toBe(0);
  const [row] =
    await db.owner`select status, counts, octet_length(content) > 100 as stored from basic.submission
    join basic.payload using (sha256) where id = ${result.submissionId}`;
  expect(row).toMatchObject({ status: 'refused', stored: true });
});

test('a batch goes entry by entry', async () => {
  const result = await db.send(
    bundle('batch', patient('b1'), cancer('b1-c', 'Patient/b1'), cancer('b1-d', 'Patient/nobody')),
  );
  expect(result.status).toBe('partial');
  expect(result.entries.map((e) => e.outcome)).toEqual(['created', 'created', 'refused']);
  expect(await db.count('patients.tumour', `source_id like 'b1-%'`)).toBe(1);
});

test('records of a patient whose own entry was refused are refused with it', async () => {
  const result = await db.send(
    bundle('batch', patient('b2', { birthDate: '1950-02-31' }), cancer('b2-c', 'urn:uuid:b2')),
  );
  expect(result.entries.map((e) => e.outcome)).toEqual(['refused', 'refused']);
});

test('one record twice in one Bundle is refused the second time', async () => {
  const result = await db.send(
    bundle(
      'batch',
      haemoglobin('duplicate', 'Patient/known', 12, '2020-01-01'),
      haemoglobin('duplicate', 'Patient/known', 13, '2020-01-01'),
    ),
  );
  expect(result.entries.map((e) => [e.outcome, e.issues[0]?.code])).toEqual([
    ['created', undefined],
    ['refused', 'duplicate'],
  ]);
});

test('a cancer before birth is refused', async () => {
  const result = await db.send(
    bundle('batch', patient('b3'), cancer('b3-c', 'urn:uuid:b3', { onsetDateTime: '1949' })),
  );
  expect(result.entries[1]?.issues[0]).toMatchObject({
    code: 'business-rule',
    where: 'Bundle.entry[1].resource.onsetDateTime',
  });
});

test('a code that reads like a cancer but is not known is taken with a warning', async () => {
  const odd = cancer('odd', 'Patient/known', {
    code: {
      coding: [
        {
          system: 'http://snomed.info/sct',
          code: '999999999',
          display: 'Malignant neoplasm of the elbow',
        },
      ],
    },
  });
  const result = await db.send(odd);
  expect(result.status).toBe('accepted');
  expect(result.entries[0]?.issues[0]).toMatchObject({
    severity: 'warning',
    where: 'Condition.code',
  });
});

test('a reference that leads nowhere is taken with a warning: it may be the address of what was sent before', async () => {
  const result = await db.send(hb({ encounter: { reference: 'urn:uuid:0' } }));
  expect(result.entries[0]).toMatchObject({
    outcome: 'created',
    issues: [{ severity: 'warning', code: 'not-found', where: 'Observation.encounter.reference' }],
  });
});
