import { csvPart, fhir, hl7v2, type ReadSubmission } from '@nodp/intake';
import { expect, test } from 'vitest';
import { clinicalIntake } from '../../apps/gateway/src/fhir/index.ts';
import { identityKey } from '../fixtures.ts';
import { coding, LOINC, said } from './said-thrice.ts';

/** One course of disease as three hospitals send it: FHIR, HL7 v2, and files of rows. */
const intake = clinicalIntake(identityKey);
const now = async () => {};

/** What was read, without where it stood and what each form calls it. */
const recordsOf = (...all: readonly ReadSubmission[]) => {
  const records = new Map<string, object>();
  for (const { units, issues } of all) {
    expect(issues).toEqual([]);
    for (const { reading } of units) {
      if (reading.outcome !== 'read') throw new Error(JSON.stringify(reading));
      expect(reading.warnings).toEqual([]);
      for (const { source: _, patient: __, createOnly, ...record } of reading.records) {
        const { aliases, tumour, ...said } = record as typeof record & {
          aliases?: unknown;
          tumour?: unknown;
        };
        // A laboratory's message names its patient again, and says nothing new of it.
        if (createOnly !== true)
          records.set(
            `${record.kind} ${JSON.stringify((record as { what?: unknown }).what)}`,
            said,
          );
      }
    }
  }
  return [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
};

/** These name the patient elsewhere than as their subject. */
const OF_THEIR_OWN = new Set(['Patient', 'Appointment', 'ExplanationOfBenefit']);

const entry = (resource: object & { resourceType: string; id: string }) => ({
  resource: OF_THEIR_OWN.has(resource.resourceType)
    ? resource
    : { subject: { reference: 'Patient/900001' }, ...resource },
  request: { method: 'POST', url: resource.resourceType },
});
const FHIR = {
  resourceType: 'Bundle',
  type: 'batch',
  entry: [
    entry({
      ...{ resourceType: 'Patient', id: '900001', gender: 'female', birthDate: '1949-12-31' },
      identifier: [
        { value: '900001', type: { coding: [{ code: 'MR' }] } },
        { value: '11010519491231002X', system: 'urn:oid:2.16.156.10011.1.3' },
      ],
      name: [{ text: '王小美' }],
      address: [{ use: 'home', text: '广东省广州市天河区' }],
      telecom: [{ system: 'phone', value: '13800138000' }],
    } as never),
    entry({
      ...{ resourceType: 'Condition', id: 't', recordedDate: '2026-03-14' },
      code: coding('http://hl7.org/fhir/sid/icd-10', 'C34.1', '右肺上叶恶性肿瘤'),
    } as never),
    entry({
      ...{ resourceType: 'Encounter', id: 'v', status: 'finished', class: { code: 'IMP' } },
      period: { start: '2026-03-12T08:00:00+08:00', end: '2026-03-20T10:00:00+08:00' },
    } as never),
    entry({
      ...{
        resourceType: 'Observation',
        id: 'o',
        status: 'final',
        effectiveDateTime: '2026-03-13T09:30:00+08:00',
      },
      code: coding(LOINC, '2039-6', '癌胚抗原'),
      valueQuantity: { value: 12.4, unit: 'ng/mL' },
      referenceRange: [{ low: { value: 0 }, high: { value: 5 } }],
      interpretation: [{ coding: [{ code: 'H' }] }],
    } as never),
    entry({
      ...{
        resourceType: 'DiagnosticReport',
        id: 'r',
        status: 'final',
        effectiveDateTime: '2026-03-14',
      },
      code: { text: '手术病理' },
      category: [{ coding: [{ code: 'SP' }] }],
      conclusion: '右肺上叶腺癌',
      presentedForm: [
        {
          contentType: 'text/plain; charset=utf-8',
          data: Buffer.from('病理诊断\n右肺上叶腺癌').toString('base64'),
        },
      ],
    } as never),
    entry({
      ...{ resourceType: 'MedicationStatement', id: 'd', status: 'completed' },
      medicationCodeableConcept: coding('http://www.whocc.no/atc', 'L01XA01', '顺铂'),
      effectivePeriod: { start: '2026-04-01', end: '2026-04-02' },
      dosage: [{ doseAndRate: [{ doseQuantity: { value: 75, unit: 'mg' } }] }],
    } as never),
  ],
};

const pid =
  'PID|1||900001^^^^MR~11010519491231002X^^^CHN^NI||王小美||19491231|F|||^^^^^^H||13800138000';
const message = (type: string, ...segments: string[]) =>
  Buffer.from(
    [`MSH|^~\\&|HIS|H1|||20260420120000||${type}|1|P|2.5.1||||||UNICODE UTF-8`, ...segments].join(
      '\r',
    ),
  );
const MESSAGES = [
  message(
    'ADT^A03',
    pid.replace('^^^^^^H', '广东省广州市天河区^^^^^^H'),
    'PV1|1|I|||||||||||||||||V1|||||||||||||||||||||||||20260312080000|20260320100000',
    'DG1|1||C34.1^右肺上叶恶性肿瘤^I10||20260314|F',
  ),
  message(
    'ORU^R01',
    pid,
    'OBR|1||L1|CEA^癌胚抗原^L|||20260313093000',
    'OBX|1|NM|2039-6^癌胚抗原^LN||12.4|ng/mL|0-5|H|||F',
    'OBR|2||S1|^手术病理|||20260314|||||||||||||||||SP|F',
    'OBX|1|FT|22637-3^病理诊断^LN||右肺上叶腺癌||||||F',
  ),
];

const FILES = {
  patient: `patient_id,name,sex,birth_date,national_id,address,phone
900001,王小美,女,1949/12/31,11010519491231002X,广东省广州市天河区,13800138000`,
  tumour: `patient_id,icd10,diagnosis,diagnosis_date
900001,C34.1,右肺上叶恶性肿瘤,2026年3月14日`,
  encounter: `patient_id,class,start,end
900001,住院,2026-03-12 08:00,2026-03-20 10:00`,
  observation: `patient_id,time,code,name,value,unit,reference_low,reference_high,flag
900001,2026-03-13 09:30,2039-6,癌胚抗原,12.4,ng/mL,0,5,H`,
  'pathology-report': `patient_id,date,title,pathology_diagnosis,text
900001,20260314,手术病理,右肺上叶腺癌,"病理诊断
右肺上叶腺癌"`,
  treatment: `patient_id,kind,code,code_system,name,start_date,end_date,dose,dose_unit
900001,药物,L01XA01,ATC,顺铂,2026-04-01,2026-04-02,75,mg`,
};

const rowsOf = ([kind, text]: [string, string]) =>
  csvPart(intake.fhir, intake.csv, { kind, line: 2, encoding: 'utf-8' })(Buffer.from(text), now);

test('FHIR, HL7 v2 and CSV give equal records of one course of disease', async () => {
  const sent = recordsOf(await fhir(intake)(Buffer.from(JSON.stringify(FHIR)), now));
  expect(sent.map((record) => (record as { kind: string }).kind)).toEqual([
    'encounter',
    'observation',
    'pathology-report',
    'patient',
    'treatment',
    'tumour',
  ]);
  const rows = await Promise.all(Object.entries(FILES).map(rowsOf));
  expect(recordsOf(...rows)).toEqual(sent);
  const messages = await Promise.all(MESSAGES.map((content) => hl7v2(intake)(content, now)));
  expect(recordsOf(...messages)).toEqual(
    sent.filter((record) => (record as { kind: string }).kind !== 'treatment'),
  );
});

test('a drug ordered by HL7 v2 is the drug ordered by FHIR', async () => {
  const request = entry({
    ...{
      resourceType: 'MedicationRequest',
      id: 'd',
      status: 'active',
      intent: 'order',
      authoredOn: '2026-04-01',
    },
    medicationCodeableConcept: coding('http://www.whocc.no/atc', 'L01XA01', '顺铂'),
    dosageInstruction: [
      {
        timing: { repeat: { boundsPeriod: { start: '2026-04-01', end: '2026-04-02' } } },
        doseAndRate: [{ doseQuantity: { value: 75, unit: 'mg' } }],
      },
    ],
  } as never);
  const bundle = { resourceType: 'Bundle', type: 'batch', entry: [request] };
  const sent = recordsOf(await fhir(intake)(Buffer.from(JSON.stringify(bundle)), now));
  const rde = message(
    'RDE^O11',
    pid,
    'ORC|NW|O1|||||||20260401',
    'RXE||L01XA01^顺铂^ATC|75||mg',
    'TQ1|1||||||20260401|20260402',
  );
  expect(recordsOf(await hl7v2(intake)(rde, now))).toEqual(sent);
});

/** Kinds that come together with another: the death with the patient, volumes with the course, pictures by DICOM. */
const TOGETHER = ['death', 'radiotherapy-volume', 'imaging-study'];

test('every kind of record is compared, and every one but those that come with another has a file of its own', () => {
  const course = ['patient', 'tumour', 'encounter', 'observation', 'pathology-report', 'treatment'];
  const compared = [...course, ...said.map(({ kind }) => kind), ...TOGETHER];
  expect(compared.toSorted()).toEqual(Object.keys(intake.kinds).toSorted());
  expect(intake.csv.map(({ kind }) => kind).toSorted()).toEqual(
    compared.filter((kind) => !TOGETHER.includes(kind)).toSorted(),
  );
});

test.each(said)('$kind is the same record in the three forms', async (one) => {
  const bundle = { resourceType: 'Bundle', type: 'batch', entry: [entry(one.fhir as never)] };
  const sent = recordsOf(await fhir(intake)(Buffer.from(JSON.stringify(bundle)), now));
  expect(sent.map((record) => (record as { kind: string }).kind)).toEqual([one.kind]);
  const file = `patient_id,${one.columns}\n900001,${one.row}`;
  expect(recordsOf(await rowsOf([one.kind, file]))).toEqual(sent);
  if (one.segments === null) return;
  const diagnoses = one.segments.some((segment) => segment.startsWith('DG1'));
  const type = one.type ?? (diagnoses ? 'ADT^A08' : 'ORU^R01');
  const read = await hl7v2(intake)(message(type, pid, ...one.segments), now);
  expect(
    recordsOf(read).filter((record) => (record as { kind: string }).kind !== 'patient'),
  ).toEqual(sent);
});
