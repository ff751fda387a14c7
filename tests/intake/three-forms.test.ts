import { csvPart, fhir, hl7v2, type ReadSubmission } from '@nodp/intake';
import { expect, test } from 'vitest';
import { clinicalIntake } from '../../apps/gateway/src/fhir/index.ts';
import { identityKey } from '../fixtures.ts';

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

const entry = (resource: object & { resourceType: string; id: string }) => ({
  resource:
    resource.resourceType === 'Patient'
      ? resource
      : { subject: { reference: 'Patient/900001' }, ...resource },
  request: { method: 'POST', url: resource.resourceType },
});
const coding = (system: string, code: string, display: string) => ({
  coding: [{ system, code, display }],
  text: display,
});
const LOINC = 'http://loinc.org';

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

interface SaidThrice {
  readonly kind: string;
  readonly fhir: object;
  readonly columns: string;
  readonly row: string;
  readonly segments: readonly string[];
}
const OBR = 'OBR|1||L9|X^检查^L|||20260320';
const observed = (code: object, more: object) => ({
  ...{ resourceType: 'Observation', id: 'x', status: 'final', effectiveDateTime: '2026-03-20' },
  ...{ code, ...more },
});
const said: readonly SaidThrice[] = [
  {
    kind: 'comorbidity',
    fhir: {
      ...{ resourceType: 'Condition', id: 'x' },
      code: coding('http://hl7.org/fhir/sid/icd-10', 'I10', '原发性高血压'),
    },
    columns: 'icd10,name',
    row: 'I10,原发性高血压',
    segments: ['DG1|1||I10^原发性高血压^I10|||F'],
  },
  {
    kind: 'performance',
    fhir: observed({ coding: [{ system: LOINC, code: '89247-1' }] }, { valueInteger: 1 }),
    columns: 'date,scale,score',
    row: '2026-03-20,ECOG,1',
    segments: [OBR, 'OBX|1|NM|89247-1^^LN||1||||||F'],
  },
  {
    kind: 'stage',
    fhir: observed(
      { coding: [{ system: LOINC, code: '21902-2' }] },
      {
        valueCodeableConcept: { text: 'IIIA' },
        method: { coding: [{ system: 'http://snomed.info/sct', code: '897275008' }] },
      },
    ),
    columns: 'date,axis,classification,value,staging_system',
    row: '2026-03-20,group,pathological,IIIA,AJCC 8',
    segments: [OBR, 'OBX|1|ST|21902-2^^LN||IIIA||||||F||||||897275008^^SCT'],
  },
  {
    kind: 'biomarker',
    fhir: observed(
      { text: 'EGFR' },
      { valueString: 'positive', interpretation: [{ coding: [{ code: 'POS' }] }] },
    ),
    columns: 'date,marker,result',
    row: '2026-03-20,EGFR,positive',
    segments: [OBR, 'OBX|1|ST|^EGFR||positive|||POS|||F'],
  },
  {
    kind: 'disease-status',
    fhir: observed(
      { coding: [{ system: LOINC, code: '97509-4' }] },
      {
        valueCodeableConcept: {
          coding: [{ system: 'http://snomed.info/sct', code: '359746009' }],
        },
      },
    ),
    columns: 'date,status',
    row: '2026-03-20,stable',
    segments: [OBR, 'OBX|1|CWE|97509-4^^LN||359746009^^SCT||||||F'],
  },
  {
    kind: 'specimen',
    fhir: {
      ...{ resourceType: 'Specimen', id: 'x', status: 'available' },
      accessionIdentifier: { value: 'S26-1024' },
      type: { text: '组织' },
      collection: { collectedDateTime: '2026-03-14', bodySite: { text: '右肺上叶' } },
    },
    columns: 'accession,type,body_site,collected_date',
    row: 'S26-1024,组织,右肺上叶,2026-03-14',
    segments: [OBR, 'SPM|1|S26-1024||^组织||||^右肺上叶|||||||||20260314'],
  },
  {
    kind: 'imaging-report',
    fhir: {
      ...{ resourceType: 'DiagnosticReport', id: 'x', status: 'final' },
      effectiveDateTime: '2026-03-20',
      category: [{ coding: [{ code: 'RAD' }] }],
      code: { text: '胸部CT' },
      conclusion: '右肺上叶占位',
      presentedForm: [
        {
          contentType: 'text/plain; charset=utf-8',
          data: Buffer.from('影像诊断\n右肺上叶占位').toString('base64'),
        },
      ],
    },
    columns: 'date,title,impression,text',
    row: '2026-03-20,胸部CT,右肺上叶占位,"影像诊断\n右肺上叶占位"',
    segments: [
      'OBR|1||R9|^胸部CT|||20260320|||||||||||||||||RAD|F',
      'OBX|1|FT|19005-8^影像诊断^LN||右肺上叶占位||||||F',
    ],
  },
];

test.each(said)('$kind is the same record in the three forms', async (one) => {
  const bundle = { resourceType: 'Bundle', type: 'batch', entry: [entry(one.fhir as never)] };
  const sent = recordsOf(await fhir(intake)(Buffer.from(JSON.stringify(bundle)), now));
  expect(sent.map((record) => (record as { kind: string }).kind)).toEqual([one.kind]);
  const file = `patient_id,${one.columns}\n900001,${one.row}`;
  expect(recordsOf(await rowsOf([one.kind, file]))).toEqual(sent);
  const type = one.segments.some((segment) => segment.startsWith('DG1')) ? 'ADT^A08' : 'ORU^R01';
  const read = await hl7v2(intake)(message(type, pid, ...one.segments), now);
  expect(
    recordsOf(read).filter((record) => (record as { kind: string }).kind !== 'patient'),
  ).toEqual(sent);
});
