/** Single records as FHIR, a row and HL7 v2 say them. */
import { resourceOfRound } from '../../subgraphs/followup/src/kinds/screening/resource.ts';

export const coding = (system: string, code: string, display: string) => ({
  coding: [{ system, code, display }],
  text: display,
});
export const LOINC = 'http://loinc.org';

interface SaidThrice {
  readonly kind: string;
  readonly fhir: object;
  readonly columns: string;
  readonly row: string;
  /** Null where HL7 v2 has no form that the platform reads. */
  readonly segments: readonly string[] | null;
  readonly type?: string;
}
const [DCM, CDISC] = [
  'http://dicom.nema.org/resources/ontology/DCM',
  'http://www.cdisc.org/ns/sdtm',
];
const loinc = (code: string) => ({ coding: [{ system: LOINC, code }] });
const OBR = 'OBR|1||L9|X^检查^L|||20260320';
const observed = (code: object, more: object) => ({
  ...{ resourceType: 'Observation', id: 'x', status: 'final', effectiveDateTime: '2026-03-20' },
  ...{ code, ...more },
});
export const said: readonly SaidThrice[] = [
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
  {
    kind: 'contact',
    fhir: {
      ...{ resourceType: 'Appointment', id: 'x', status: 'booked' },
      start: '2026-06-01T09:30:00+08:00',
      end: '2026-06-01T09:30:00+08:00',
      appointmentType: { text: '术后复查' },
      participant: [
        { actor: { reference: 'Patient/900001' }, status: 'accepted' },
        { actor: { type: 'Location', display: '门诊楼三层' }, status: 'accepted' },
      ],
    },
    columns: 'appointment_at,purpose,appointment_status,venue',
    row: '2026-06-01 09:30,术后复查,booked,门诊楼三层',
    type: 'SIU^S12',
    segments: [
      'SCH|A1||||||^术后复查|^术后复查|||^^^20260601093000^20260601093000||||||||||||||booked',
      'AIL|1||^^^^^^^^门诊楼三层',
    ],
  },
  {
    kind: 'plan',
    fhir: {
      ...{
        resourceType: 'CarePlan',
        id: 'x',
        status: 'active',
        intent: 'plan',
        title: '肺癌术后随访计划',
      },
      period: { start: '2026-04-10', end: '2031-04-10' },
      activity: ['胸部CT', '肿瘤标志物'].map((description) => ({
        detail: { status: 'unknown', description },
      })),
    },
    columns: 'plan,plan_status,plan_from,plan_to,activities',
    row: '肺癌术后随访计划,active,2026-04-10,2031-04-10,胸部CT；肿瘤标志物',
    segments: null,
  },
  {
    kind: 'variant',
    fhir: observed(
      { coding: [{ system: LOINC, code: '69548-6' }] },
      {
        valueCodeableConcept: { coding: [{ system: LOINC, code: 'LA9633-4' }] },
        method: { text: 'NGS' },
        component: [
          { code: loinc('48018-6'), valueCodeableConcept: { text: 'EGFR' } },
          {
            code: loinc('48019-4'),
            valueCodeableConcept: {
              coding: [
                {
                  system: 'http://www.sequenceontology.org',
                  code: 'SO:1000002',
                  display: 'substitution',
                },
              ],
            },
          },
          { code: loinc('48005-3'), valueCodeableConcept: { text: 'p.Leu858Arg' } },
          { code: loinc('48004-6'), valueCodeableConcept: { text: 'c.2573T>G' } },
          { code: loinc('81258-6'), valueQuantity: { value: 0.235, unit: '1' } },
          {
            code: loinc('48002-0'),
            valueCodeableConcept: { coding: [{ system: LOINC, code: 'LA6684-0' }] },
          },
        ],
      },
    ),
    columns: 'tested_on,gene,change,protein,coding,allele_fraction,origin,sequencing_method',
    row: '2026-03-20,EGFR,substitution,p.Leu858Arg,c.2573T>G,23.5,somatic,NGS',
    segments: null,
  },
  {
    kind: 'genomic-test',
    fhir: observed(
      { coding: [{ system: LOINC, code: '53041-0', display: '肺癌基因检测' }] },
      {
        method: { text: 'NGS' },
        component: ['ALK', 'EGFR', 'KRAS'].map((gene) => ({
          code: loinc('48018-6'),
          valueCodeableConcept: { text: gene },
        })),
      },
    ),
    columns: 'tested_on,test,genes,sequencing_method',
    row: '2026-03-20,肺癌基因检测,EGFR; ALK；KRAS,NGS',
    segments: null,
  },
  {
    kind: 'lesion',
    fhir: observed(
      { coding: [{ system: LOINC, code: '21889-1' }] },
      {
        bodySite: { text: '肺' },
        method: { coding: [{ system: DCM, code: 'CT' }] },
        component: [
          { code: { coding: [{ system: DCM, code: '112039' }] }, valueString: 'T1' },
          { code: { coding: [{ system: CDISC, code: 'TUMIDENT' }] }, valueString: 'TARGET' },
          {
            code: { coding: [{ system: LOINC, code: '33728-7' }] },
            valueQuantity: { value: 2.35, unit: 'cm' },
          },
        ],
      },
    ),
    columns: 'measured_on,lesion,role,long_axis,organ,modality',
    row: '2026-03-20,T1,TARGET,23.5,肺,CT',
    segments: null,
  },
  {
    kind: 'screening',
    fhir: resourceOfRound(
      'x',
      { reference: 'Patient/900001' },
      {
        programme: 'lung',
        invited: '2026-03-01',
        declined: undefined,
        tested: '2026-03-20',
        test: 'ldct',
        result: '3',
      },
    ),
    columns: 'programme,invited_on,tested_on,test,result',
    row: 'lung,2026-03-01,2026-03-20,ldct,3',
    segments: null,
  },
  {
    kind: 'cost-item',
    fhir: {
      ...{ resourceType: 'ExplanationOfBenefit', id: 'x', status: 'active', outcome: 'complete' },
      ...{ use: 'claim', created: '2026-03-20', type: { text: '住院' } },
      patient: { reference: 'Patient/900001' },
      insurer: { display: '医保' },
      provider: { display: '医院' },
      insurance: [{ focal: true, coverage: { display: '医保' } }],
      item: [
        {
          sequence: 1,
          servicedDate: '2026-03-20',
          category: coding('urn:nodp:cost-class', 'western-drugs', '西药类'),
          productOrService: { text: '奥希替尼片 80mg' },
          net: { value: 5040, currency: 'CNY' },
        },
      ],
    },
    columns: 'date,class,item_name,amount',
    row: '2026-03-20,western-drugs,奥希替尼片 80mg,5040',
    segments: null,
  },
];
