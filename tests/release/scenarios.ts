import { there } from './pool.ts';

type Row = Readonly<Record<string, string | null>>;

/** Rows of one person; `many` persons alike where it says so. */
interface Scenario {
  readonly many?: number;
  readonly patient?: Readonly<Record<string, string>>;
  readonly tumours: readonly Row[];
  readonly treatments?: readonly Row[];
  readonly biomarkers?: readonly Row[];
}

const ATC = 'http://www.whocc.no/atc';
const on = (diagnosed_on: string, diagnosed_precision = 'day') => ({
  diagnosed_on,
  diagnosed_precision,
});
const died = (died_on: string, died_precision = 'day') => ({
  vital_status: 'DEAD',
  died_on,
  died_precision,
});

/** By the province of residence, GB/T 2260, which the release keeps: nobody else lives there. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  // In situ and uncertain by ICD-10 alone.
  110000: { tumours: [{ icd10: 'D06.9', site_group: 'cervix', ...on('2020-01-01') }] },
  120000: { tumours: [{ icd10: 'D05.9', site_group: 'breast', ...on('2020-01-01') }] },
  130000: { tumours: [{ icd10: 'D09.0', site_group: 'bladder', ...on('2020-01-01') }] },
  140000: { tumours: [{ icd10: 'D01.2', site_group: 'colorectum', ...on('2020-01-01') }] },
  150000: { tumours: [{ icd10: 'D43.2', site_group: 'brain', ...on('2020-01-01') }] },
  210000: { tumours: [{ icd10: 'D47.2', site_group: 'myeloproliferative', ...on('2020-01-01') }] },
  220000: { tumours: [{ icd10: 'D45', site_group: 'myeloproliferative', ...on('2020-01-01') }] },
  // In situ, then invasive.
  230000: {
    patient: { last_contact_on: '2023-05-01' },
    tumours: [
      {
        icd10: 'D05.1',
        morphology: '8500/2',
        topography: 'C50.9',
        site_group: 'breast',
        ...on('2016-05-01'),
      },
      {
        icd10: 'C50.9',
        morphology: '8500/3',
        topography: 'C50.9',
        site_group: 'breast',
        ...on('2022-05-01'),
      },
    ],
  },
  310000: {
    patient: { last_contact_on: '2024-01-01' },
    tumours: [
      { icd10: 'D00.0', site_group: 'lip-oral-pharynx', ...on('2018-01-01') },
      { icd10: 'C02.9', site_group: 'lip-oral-pharynx', ...on('2023-01-01') },
    ],
  },
  // Two primaries of one site group.
  320000: {
    tumours: [
      { icd10: 'C18.2', site_group: 'colorectum', ...on('2015-01-01') },
      { icd10: 'C20', site_group: 'colorectum', ...on('2020-01-01') },
    ],
  },
  330000: {
    tumours: [
      { icd10: 'C91.1', site_group: 'leukaemia', ...on('2015-01-01') },
      { icd10: 'C92.0', site_group: 'leukaemia', ...on('2020-01-01') },
    ],
  },
  340000: {
    tumours: [
      { icd10: 'C64', site_group: 'kidney', ...on('2015-01-01') },
      { icd10: 'C66', site_group: 'kidney', ...on('2015-01-01') },
    ],
  },
  // One cancer told by two: the first dates it, the one that says more says what it is, and neither is patched up.
  350000: {
    tumours: [
      {
        icd10: 'C34.9',
        topography: 'C34.9',
        laterality: 'left',
        basis_of_diagnosis: '2',
        site_group: 'lung',
        ...on('2019-03-01'),
      },
      {
        icd10: 'C34.1',
        topography: 'C34.1',
        morphology: '8140/3',
        basis_of_diagnosis: '7',
        institution_id: there,
        site_group: 'lung',
        ...on('2019-03-20'),
      },
    ],
  },
  // Known from a death certificate only.
  360000: {
    patient: died('2021-01-01'),
    tumours: [
      { icd10: 'C22.9', basis_of_diagnosis: '0', site_group: 'liver', ...on('2021-01-01') },
    ],
  },
  // Sex and site contradict.
  370000: {
    tumours: [{ icd10: 'C62.9', topography: 'C62.9', site_group: 'testis', ...on('2020-01-01') }],
  },
  // Dates that cannot be.
  410000: {
    patient: died('2010-01-01'),
    tumours: [{ icd10: 'C16.9', site_group: 'stomach', ...on('2012-01-01') }],
  },
  420000: {
    patient: { born_on: '1960-01-01' },
    tumours: [{ icd10: 'C16.9', site_group: 'stomach', ...on('1950-01-01') }],
  },
  430000: { tumours: [{ icd10: 'C16.9', site_group: 'stomach', ...on('9999-12-31') }] },
  440000: { tumours: [{ icd10: 'C16.9', site_group: 'stomach', ...on('0001-01-01') }] },
  // A first report that cannot be, and a later one that can.
  450000: {
    patient: { last_contact_on: '2021-01-01' },
    tumours: [
      { icd10: 'C16.9', site_group: 'stomach', ...on('0001-01-01') },
      { icd10: 'C16.9', site_group: 'stomach', ...on('2020-01-01') },
    ],
  },
  // Deaths whose day is not known.
  460000: {
    patient: { ...died('2021-01-01', 'year'), last_contact_on: '2020-12-01' },
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2020-07-02') }],
  },
  500000: {
    patient: { ...died('2021-01-01', 'year'), last_contact_on: '2021-10-02' },
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2020-07-02') }],
  },
  510000: {
    patient: { ...died('2021-02-01', 'month') },
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2020-07-02') }],
  },
  520000: {
    patient: { vital_status: 'DEAD', last_contact_on: '2021-01-01' },
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2020-07-02') }],
  },
  // Sixty of ninety are dead, of no known day: of some the year is known, of some nothing after the diagnosis.
  710000: {
    many: 45,
    patient: died('2016-01-01', 'year'),
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2015-01-01') }],
  },
  820000: {
    many: 15,
    patient: { vital_status: 'DEAD' },
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2015-01-01') }],
  },
  810000: {
    many: 30,
    patient: { last_contact_on: '2022-01-01' },
    tumours: [{ icd10: 'C25.9', site_group: 'pancreas', ...on('2015-01-01') }],
  },
  // A lobectomy of 2016, and a larynx cancer of 2022 that nobody treated.
  620000: {
    patient: { sex: 'MALE', last_contact_on: '2023-01-01' },
    tumours: [
      { icd10: 'C34.1', site_group: 'lung', ...on('2016-03-01') },
      { icd10: 'C32.0', site_group: 'larynx', ...on('2022-03-01') },
    ],
    treatments: [{ kind: 'SURGERY', status: 'completed', code: '32.4', started_on: '2016-03-20' }],
  },
  // Lung and larynx on one day each, one after the other: an operation said to be for the first comes after both.
  450100: {
    patient: { sex: 'MALE' },
    tumours: [
      { icd10: 'C34.1', site_group: 'lung', source_id: 'lung-1', ...on('2022-03-01') },
      { icd10: 'C32.0', site_group: 'larynx', source_id: 'larynx-1', ...on('2022-03-05') },
    ],
    treatments: [
      // Said to be for the lung, though begun after both.
      {
        ...{ kind: 'SURGERY', status: 'completed', code: '32.4', started_on: '2022-04-01' },
        tumour_source_id: 'lung-1',
      },
      // Given to the larynx (SNOMED CT 4596009).
      {
        ...{ kind: 'RADIOTHERAPY', status: 'completed', started_on: '2022-05-01' },
        ...{ body_site_system: 'http://snomed.info/sct', body_site_code: '4596009' },
      },
      // Of neither alone, as far as anybody says.
      { kind: 'SYSTEMIC', status: 'completed', drug: 'cisplatin', started_on: '2022-05-01' },
    ],
    biomarkers: [
      {
        system: 'http://loinc.org',
        code: '21665-5',
        finding: 'positive',
        tumour_source_id: 'lung-1',
      },
    ],
  },
  // Two drugs of one ATC group on one day.
  630000: {
    tumours: [{ icd10: 'C11.9', site_group: 'nasopharynx', ...on('2020-03-01') }],
    treatments: ['toripalimab', 'camrelizumab'].map((drug) => ({
      ...{ kind: 'SYSTEMIC', status: 'completed', system: ATC, code: 'L01FF' },
      ...{ drug, started_on: '2020-04-01', started_precision: 'day' },
    })),
  },
  // What no code names, by a name that many share, and by one that nobody else does.
  640000: {
    many: 12,
    tumours: [
      {
        icd10: 'C85.9',
        site_group: 'non-hodgkin-lymphoma',
        histology_sent: '滤泡辅助T细胞 淋巴瘤',
        ...on('2020-03-01'),
      },
    ],
    treatments: [
      { kind: 'SYSTEMIC', status: 'completed', display: '注射用 新药甲', started_on: '2020-04-01' },
    ],
    biomarkers: [{ display: ' CD20 ', finding: 'positive' }],
  },
  650000: {
    tumours: [
      {
        icd10: 'C85.9',
        site_group: 'non-hodgkin-lymphoma',
        histology_sent: '王明的病理',
        ...on('2020-03-01'),
      },
    ],
    biomarkers: [{ display: 'cd20', finding: 'negative' }, { display: '王明的检测' }],
  },
  // Beyond the closing date, and never heard of.
  530000: {
    patient: died('2025-06-01'),
    tumours: [{ icd10: 'C73', site_group: 'thyroid', ...on('2024-01-01') }],
  },
  540000: { tumours: [{ icd10: 'C73', site_group: 'thyroid', ...on('2020-01-01') }] },
  610000: {
    patient: { last_contact_on: '2021-01-01' },
    tumours: [{ icd10: 'C73', site_group: 'thyroid', ...on('2020-01-01', 'year') }],
  },
};
