import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, cancer, haemoglobin, patient } from './examples.ts';
import { type Setting, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

const about = (id: string) => ({ subject: { reference: `Patient/${id}` } });
const finding = (id: string, who: string, code: string, value: object, more: object = {}) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  ...about(who),
  code: { coding: [{ system: 'http://loinc.org', code }] },
  effectiveDateTime: '2020-01-02',
  ...value,
  ...more,
});
const icdO = (code: string) => ({
  valueCodeableConcept: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/icd-o-3', code }],
  },
});

/** What is known of a tumour, as its page and a release have it. */
const known = async (sourceId: string) => {
  const [row] = await db.owner`
    select coalesce(t.grade, d.found_grade) as grade, coalesce(d.found_morphology, t.morphology) as morphology,
      coalesce(d.found_site_group, t.site_group) as site
    from patients.tumour t join patients.tumour_at_diagnosis d on d.patient_id = t.patient_id and d.tumour_id = t.id
    where t.source_id = ${sourceId}`;
  return row;
};

test('the noughts that a number of JSON loses are kept as they were written', async () => {
  await db.send(patient('n'));
  const sent = (id: string, value: string) =>
    JSON.stringify(haemoglobin(id, 'Patient/n', 12345, '2020-01-01')).replace('12345', value);
  for (const [id, value] of [
    ['n1', '1.10'],
    ['n2', '1.1'],
    ['n3', '12.0'],
    ['n4', '1.2e1'],
  ] as const)
    expect((await db.send(sent(id, value))).entries[0]?.outcome).toBe('created');
  const rows = await db.owner`
    select source_id as id, value, digits from patients.observation where source_id like 'n_' order by 1`;
  expect(rows.map((r) => [r.id, r.value, r.digits])).toEqual([
    ['n1', 1.1, '1.10'],
    ['n2', 1.1, null],
    ['n3', 12, '12.0'],
    ['n4', 12, '1.2e1'],
  ]);
  expect((await db.send(sent('n1', '1.10'))).entries[0]?.outcome).toBe('unchanged');
  expect((await db.send(sent('n1', '1.100'))).entries[0]?.outcome).toBe('updated');
});

test('grade and histology that come later are their tumour’s, and go when they were entered in error', async () => {
  const code = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C50.9' }] };
  await db.send(bundle('transaction', patient('g'), cancer('g-c', 'Patient/g', { code })));
  expect(await known('g-c')).toEqual({ grade: null, morphology: null, site: 'breast' });
  const focus = [{ reference: 'Condition/g-c' }];
  const grade = finding('g-g', 'g', '33732-9', { valueString: '低分化' }, { focus });
  await db.send(grade);
  await db.send(finding('g-h', 'g', '59847-4', icdO('8520/3'), { focus }));
  expect(await known('g-c')).toEqual({ grade: '3', morphology: '8520/3', site: 'breast' });
  // The diagnosis sent again takes nothing back.
  await db.send(cancer('g-c', 'Patient/g', { code, onsetDateTime: '2019-04' }));
  expect(await known('g-c')).toMatchObject({ grade: '3', morphology: '8520/3' });
  await db.send({ ...grade, status: 'entered-in-error' });
  expect(await known('g-c')).toMatchObject({ grade: null, morphology: '8520/3' });
  const later = finding('g-g2', 'g', '33732-9', { valueInteger: 2 }, { focus });
  await db.send({ ...later, status: 'preliminary' });
  expect(await known('g-c')).toMatchObject({ grade: null });
  await db.send(later);
  expect(await known('g-c')).toMatchObject({ grade: '2' });
});

test('a histology found decides what a tumour is; of two tumours one that names neither says nothing', async () => {
  const code = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C16.9' }] };
  await db.send(bundle('transaction', patient('l'), cancer('l-c', 'Patient/l', { code })));
  await db.send(finding('l-h', 'l', '59847-4', icdO('9680/3')));
  expect(await known('l-c')).toMatchObject({
    morphology: '9680/3',
    site: 'non-hodgkin-lymphoma',
  });
  const [shown] = await db.owner`
    select leading_site_group as site from patients.patient join patients.patient_source using (patient_id)
    where source_id = 'l'`;
  expect(shown?.site).toBe('non-hodgkin-lymphoma');
  await db.send(cancer('l-d', 'Patient/l'));
  expect(await known('l-c')).toMatchObject({ morphology: null, site: 'stomach' });
});

test('a histology that no code says is kept in its words, until a code says it', async () => {
  const words = async () => {
    const [row] = await db.owner`
      select t.histology_sent as sent, d.found_histology as found, d.found_morphology as code
      from patients.tumour t join patients.tumour_at_diagnosis d on d.patient_id = t.patient_id and d.tumour_id = t.id
      where t.source_id = 'h-c'`;
    return row;
  };
  const histology = (valueCodeableConcept: object) => [
    {
      url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior',
      valueCodeableConcept,
    },
  ];
  const code = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C50.9' }] };
  const more = { code, extension: histology({ text: '浸润性微乳头状癌' }) };
  await db.send(bundle('transaction', patient('h'), cancer('h-c', 'Patient/h', more)));
  expect(await words()).toEqual({ sent: '浸润性微乳头状癌', found: null, code: null });
  await db.send(cancer('h-c', 'Patient/h', { code }));
  const focus = [{ reference: 'Condition/h-c' }];
  await db.send(finding('h-o', 'h', '59847-4', { valueString: '化生性癌，梭形细胞型' }, { focus }));
  expect(await words()).toEqual({ sent: null, found: '化生性癌，梭形细胞型', code: null });
  await db.send(finding('h-p', 'h', '59847-4', icdO('8572/3'), { focus }));
  expect(await words()).toEqual({ sent: null, found: null, code: '8572/3' });
});

test('what a treatment and a metastasis belong to is kept', async () => {
  const course = {
    resourceType: 'Procedure',
    id: 'r-s',
    status: 'completed',
    ...about('r'),
    code: { text: 'FOLFOX' },
    performedDateTime: '2020-01-02',
  };
  const drug = {
    resourceType: 'MedicationStatement',
    id: 'r-m',
    status: 'completed',
    ...about('r'),
    medicationCodeableConcept: { text: '奥沙利铂' },
    effectiveDateTime: '2020-01-02',
    partOf: [{ reference: 'Procedure/r-s' }],
    reasonReference: [{ reference: 'Condition/r-c' }],
  };
  const protocol = {
    url: 'http://example.org/StructureDefinition/treatment-regimen',
    valueString: 'XELOX',
  };
  const ordered = {
    ...drug,
    resourceType: 'MedicationRequest',
    id: 'r-o',
    status: 'active',
    intent: 'order',
    effectiveDateTime: undefined,
    partOf: undefined,
    authoredOn: '2020-02-02',
    basedOn: [{ reference: 'CarePlan/plan-7' }],
    extension: [protocol],
  };
  const metastasis = cancer('r-d', 'Patient/r', {
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C78.7' }] },
    extension: [
      {
        url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-related-primary-cancer-condition',
        valueReference: { reference: 'Condition/r-c' },
      },
    ],
  });
  const sent = [patient('r'), cancer('r-c', 'Patient/r'), metastasis, course, drug, ordered];
  const result = await db.send({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: sent.map((resource) => ({
      fullUrl: `https://his.example/fhir/${resource.resourceType}/${resource.id}`,
      resource,
      request: { method: 'POST', url: resource.resourceType },
    })),
  });
  expect(result.status).toBe('accepted');
  const rows = await db.owner`
    select source_id as id, kind, drug, regimen_display as regimen, part_of_source_id as part, tumour_source_id as tumour
    from patients.treatment where source_id like 'r-%' order by 1`;
  expect(rows.map((r) => [r.id, r.kind, r.drug, r.regimen, r.part, r.tumour])).toEqual([
    ['r-m', 'SYSTEMIC', 'oxaliplatin', 'FOLFOX', 'r-s', 'r-c'],
    ['r-o', 'SYSTEMIC', 'oxaliplatin', 'XELOX', 'plan-7', 'r-c'],
    ['r-s', 'SYSTEMIC', null, 'FOLFOX', null, null],
  ]);
  const [of] =
    await db.owner`select related_source_id as of from patients.tumour where source_id = 'r-d'`;
  expect(of?.of).toBe('r-c');
});

test('what cannot be true is held, or taken with a warning, and says where', async () => {
  const future = bundle(
    'transaction',
    patient('w', { birthDate: '2090-01-01', deceasedDateTime: '2099-01-01' }),
    cancer('w-c', 'urn:uuid:w', {
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C53.9' }] },
      onsetDateTime: '2098-01-01',
    }),
  );
  const { entries, status } = await db.send(future);
  expect(status).toBe('partial');
  expect(entries.map((e) => e.outcome)).toEqual(['created', 'held']);
  expect(
    entries.map((e) => e.issues.map(({ severity, where, edit }) => [severity, where, edit])),
  ).toEqual([
    [
      ['warning', 'Bundle.entry[0].resource.birthDate', 'born-in-future'],
      ['warning', 'Bundle.entry[0].resource.deceasedDateTime', 'died-in-future'],
    ],
    [
      ['warning', 'Bundle.entry[1].resource.onsetDateTime', 'in-future'],
      ['warning', 'Bundle.entry[1].resource.code', 'sex-site'],
      ['warning', 'Bundle.entry[1].resource.code', 'age-under-20-site'],
    ],
  ]);
  const after = bundle(
    'transaction',
    patient('v', { deceasedDateTime: '2010' }),
    cancer('v-c', 'urn:uuid:v'),
  );
  const taken = (await db.send(after)).entries[1];
  expect(taken?.outcome).toBe('created');
  expect(taken?.issues[0]?.message).toContain("after the patient's death");
});
