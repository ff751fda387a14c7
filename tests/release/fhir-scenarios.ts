import type { CohortDefinition } from '@nodp/cohorts';
import { PROVINCES } from '@nodp/terminology/provinces';
import {
  about,
  basis,
  cancer,
  concept,
  drug,
  extension,
  finding,
  histology,
  icdO,
  operation,
  type Resource,
  seen,
} from './fhir-resources.ts';

/** Persons as a hospital sends them, what their cases are, and how many persons questions about them find. */
export interface FhirScenario {
  readonly name: string;
  /** Alike so many times; once where it is not said. */
  readonly many?: number;
  readonly patient?: Resource;
  /** Sent one submission after another; the person is sent before the first. */
  readonly sent: readonly (readonly Resource[])[];
  /** Cases of one person, in the order of their numbers; what is not named is not compared. */
  readonly cases: readonly Resource[];
  /** Of persons who live where this scenario's live. */
  readonly asked?: readonly (readonly [CohortDefinition, number])[];
}

/** Counted as a cancer, and by its behaviour. */
const counted = (
  behaviour: 'MALIGNANT' | 'IN_SITU' | 'UNCERTAIN',
  site: string,
): readonly (readonly [CohortDefinition, number])[] => [
  [{ site: [site] }, behaviour === 'MALIGNANT' ? 1 : 0],
  [{ all: [{ site: [site] }, { behaviour: [behaviour] }] }, 1],
];
const inSitu = (icd10: string, site: string): FhirScenario => ({
  name: `${icd10} alone is in situ`,
  sent: [[cancer(icd10, '2020-03-01')]],
  cases: [{ behaviour: '2', site_group: site }],
  asked: counted('IN_SITU', site),
});
const uncertain = (icd10: string, site: string): FhirScenario => ({
  name: `${icd10} alone is uncertain`,
  sent: [[cancer(icd10, '2020-03-01')]],
  cases: [{ behaviour: '1', site_group: site }],
  asked: counted('UNCERTAIN', site),
});
const two = (name: string, first: Resource, second: Resource, site: string): FhirScenario => ({
  name: `${name} are two cases of one person`,
  sent: [[first, second]],
  cases: [{ only_case: false }, { only_case: false }],
  asked: [
    [{ site: [site] }, 1],
    [{ primaries: ['LATER'] }, 1],
    [{ primaries: ['ONLY'] }, 0],
  ],
});
const died = (name: string, deceased: Resource, last: string, days: number): FhirScenario => ({
  name: `a death ${name}`,
  patient: deceased,
  sent: [[cancer('C25.9', '2020-07-02'), seen(last)]],
  cases: [{ died: true, death_placed: true, survival_days: days }],
  asked: [[{ vital: ['DEAD'] }, 1]],
});
const treated = (sent: readonly Resource[], name: string): FhirScenario => ({
  name,
  sent: [[cancer('C34.1', '2020-03-01'), ...sent]],
  cases: [{ surgery: false, systemic: false }],
  asked: [[{ treatment: { kind: 'SYSTEMIC' } }, 0]],
});

export const fhirScenarios: readonly FhirScenario[] = [
  inSitu('D06.9', 'cervix'),
  inSitu('D05.100x001', 'breast'),
  inSitu('D09.0', 'bladder'),
  inSitu('D01.2', 'colorectum'),
  uncertain('D43.2', 'brain'),
  uncertain('D47.2', 'myeloproliferative'),
  {
    name: 'D45 is malignant by ICD-O-3',
    sent: [[cancer('D45', '2020-03-01')]],
    cases: [{ behaviour: '3' }],
    asked: counted('MALIGNANT', 'myeloproliferative'),
  },
  {
    name: 'an extended code of the clinical edition under a hospital’s own system is a lung cancer',
    sent: [
      [cancer('C34.900x001', '2020-03-01', { code: concept('http://his/dx', 'C34.900x001') })],
    ],
    cases: [{ behaviour: '3', topography: 'C34.9' }],
    asked: counted('MALIGNANT', 'lung'),
  },
  {
    name: 'in situ in 2016 and invasive in 2022 is one invasive case, of 2022',
    sent: [
      [cancer('D05.1', '2016-05-01')],
      [cancer('C50.9', '2022-05-01', histology('8500/3')), seen('2023-05-01')],
    ],
    cases: [
      { behaviour: '2', diagnosis_year: 2016 },
      { behaviour: '3', diagnosis_year: 2022, survival_days: 365 },
    ],
    asked: [
      [{ all: [{ site: ['breast'] }, { year: { from: 2016, to: 2016 } }] }, 0],
      [{ all: [{ site: ['breast'] }, { year: { from: 2022, to: 2022 } }] }, 1],
    ],
  },
  two('colon and rectum', cancer('C18.2', '2015-03-01'), cancer('C20', '2020-03-01'), 'colorectum'),
  two(
    'chronic lymphocytic and acute myeloid leukaemia',
    cancer('C91.1', '2015-03-01'),
    cancer('C92.0', '2020-03-01'),
    'leukaemia',
  ),
  two('kidney and ureter', cancer('C64', '2015-03-01'), cancer('C66', '2015-03-01'), 'kidney'),
  {
    name: 'known from a death certificate only is a case without time',
    patient: { deceasedDateTime: '2021-03-01' },
    sent: [[cancer('C22.9', '2021-03-01', basis('0'))]],
    cases: [{ untimed: 'DEATH_CERTIFICATE_ONLY', survival_days: null }],
    asked: [
      [{ site: ['liver'] }, 1],
      [{ basis: ['0'] }, 1],
    ],
  },
  {
    name: 'a testis in a woman is in no count',
    sent: [[cancer('C62.9', '2020-03-01')]],
    cases: [],
    asked: [[{ site: ['testis'] }, 0]],
  },
  {
    name: 'diagnosed after death: a case without year',
    patient: { deceasedDateTime: '2010-03-01' },
    sent: [[cancer('C16.9', '2012-03-01')]],
    cases: [{ diagnosis_year: null, untimed: 'NO_DATE_OF_DIAGNOSIS' }],
    asked: [
      [{ site: ['stomach'] }, 1],
      [{ unknown: ['YEAR'] }, 1],
    ],
  },
  died('in a year, last seen before it', { deceasedDateTime: '2021' }, '2020-12-01', 365),
  died('in a year, last seen within it', { deceasedDateTime: '2021' }, '2021-10-02', 502),
  died('in a month', { deceasedDateTime: '2021-02' }, '2020-12-01', 227),
  died('of no known day', { deceasedBoolean: true }, '2021-01-01', 913),
  {
    name: 'a lobectomy of 2016 makes no larynx cancer of 2022 treated',
    sent: [
      [
        cancer('C34.1', '2016-03-01'),
        operation('o', '肺叶切除术', '2016-03-20'),
        cancer('C32.0', '2022-03-01'),
      ],
    ],
    cases: [
      { site_group: 'lung', surgery: true },
      { site_group: 'larynx', surgery: false },
    ],
    asked: [[{ all: [{ site: ['larynx'] }, { treatment: { kind: 'SURGERY' } }] }, 0]],
  },
  {
    name: 'a treatment and a test are of the tumour that they name',
    sent: [
      [
        cancer('C34.1', '2022-03-01'),
        cancer('C32.0', '2022-03-05'),
        operation('o', '肺叶切除术', '2022-04-01', { reasonReference: about('c34.1') }),
        finding('b', '21665-5', { valueString: '突变型' }, { focus: about('c34.1') }),
      ],
    ],
    cases: [
      { site_group: 'lung', surgery: true },
      { site_group: 'larynx', surgery: false },
    ],
    asked: [
      [{ biomarker: { biomarker: 'EGFR', findings: ['POSITIVE'] } }, 1],
      [{ all: [{ site: ['larynx'] }, { biomarker: { biomarker: 'EGFR' } }] }, 0],
      // The person has both, and each case is asked for itself.
      [{ all: [{ site: ['larynx'] }, { not: { site: ['lung'] } }] }, 1],
    ],
  },
  {
    name: 'two drugs of one ATC group on one day are two',
    sent: [[cancer('C11.9', '2020-03-01'), drug('t', '特瑞普利单抗'), drug('c', '卡瑞利珠单抗')]],
    cases: [{ systemic: true }],
    asked: [
      [{ treatment: { drugs: ['toripalimab'] } }, 1],
      [{ treatment: { drugs: ['camrelizumab'] } }, 1],
      [{ treatment: { drugs: ['sintilimab'] } }, 0],
    ],
  },
  {
    name: 'what no code names is asked for by its name: a drug, a stain, a histology',
    many: 12,
    sent: [
      [
        cancer('C85.9', '2020-03-01', {
          extension: [extension('histology-morphology-behavior', { text: '滤泡辅助T细胞淋巴瘤' })],
        }),
        drug('n', '新试替尼片'),
        finding('s', { text: 'CD20' }, { valueString: '(+)' }),
      ],
    ],
    cases: [{ systemic: true }],
    asked: [
      [{ treatment: { drugs: ['sent:新试替尼片'] } }, 12],
      [{ biomarker: { biomarker: 'sent:cd20', findings: ['POSITIVE'] } }, 12],
      [{ histology: ['sent:滤泡辅助t细胞淋巴瘤'] }, 12],
    ],
  },
  treated(
    [
      {
        resourceType: 'MedicationRequest',
        id: 'who-n',
        status: 'active',
        intent: 'order',
        doNotPerform: true,
        authoredOn: '2020-04-01',
        medicationCodeableConcept: { text: '顺铂' },
      },
    ],
    'what is not to be given is no treatment',
  ),
  treated(
    [drug('x', '顺铂'), drug('x', '顺铂', { status: 'entered-in-error' })],
    'what was entered in error is no treatment',
  ),
  treated([operation('b', '肺穿刺活检术', '2020-03-02')], 'a biopsy is no operation'),
  {
    name: 'a grade that is preliminary does not count, a final one does; a histology that comes later decides the site',
    sent: [
      [cancer('C16.9', '2020-03-01')],
      [finding('g', '33732-9', { valueString: '低分化' }, { status: 'preliminary' })],
      [finding('h', '59847-4', { valueCodeableConcept: icdO('9680/3') })],
      [finding('g2', '33732-9', { valueString: '中分化' })],
    ],
    cases: [{ site_group: 'non-hodgkin-lymphoma', histology: '9680', grade: '2' }],
    asked: [
      [{ grade: ['GRADE_2'] }, 1],
      [{ grade: ['GRADE_3'] }, 0],
      [{ site: ['stomach'] }, 0],
    ],
  },
  {
    name: 'an older version that comes later changes nothing',
    sent: [
      [cancer('C34.1', '2020-03-01', { meta: { lastUpdated: '2024-02-01T00:00:00Z' } })],
      [
        cancer('C34.1', '2012-03-01', {
          meta: { lastUpdated: '2024-01-01T00:00:00Z' },
          id: 'who-c34.1',
        }),
      ],
    ],
    cases: [{ diagnosis_year: 2020 }],
    asked: [[{ year: { from: 2012, to: 2012 } }, 0]],
  },
  {
    name: 'ages of 90 and more are one',
    patient: { birthDate: '1924-01-01' },
    sent: [[cancer('C61', '2020-03-01')]],
    cases: [{ age: 90 }],
    asked: [
      [{ age: { from: 90 } }, 1],
      [{ age: { from: 85, to: 89 } }, 0],
    ],
  },
  {
    name: 'a benign meningioma is counted where it is asked for, and in no count of cancers',
    sent: [[cancer('D32.0', '2020-03-01')]],
    cases: [{ behaviour: '0' }],
    asked: [
      [{ site: ['brain'] }, 0],
      [{ site: ['nervous-system-with-benign'] }, 1],
    ],
  },
  {
    name: 'skin but melanoma is left out of all sites but skin',
    sent: [[cancer('C44.3', '2020-03-01', histology('8070/3')), cancer('C43.5', '2021-03-01')]],
    cases: [{ site_group: 'other-skin' }, { site_group: 'melanoma' }],
    asked: [
      [{ site: ['all-but-skin'] }, 1],
      [{ all: [{ site: ['all-but-skin'] }, { year: { from: 2020, to: 2020 } }] }, 0],
    ],
  },
  {
    name: 'a metastasis alone is no case',
    sent: [[cancer('C78.7', '2020-03-01')]],
    cases: [],
    asked: [[{ site: ['liver'] }, 0]],
  },
];

/** Where the persons of a scenario live, and nobody else: the divisions in their order. */
export const residenceOf = (scenario: number) => {
  const province = PROVINCES[scenario];
  if (province === undefined) throw new Error('more scenarios than divisions');
  return province;
};
