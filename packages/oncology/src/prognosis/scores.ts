import type { ClinicalRuleId } from '../registry/clinical-rules.ts';
import type { InputId } from './inputs.ts';

/** Where a field of a score takes its value from, and how the score writes it. */
type Binding =
  | InputId
  | readonly [input: InputId, write: (value: unknown) => unknown]
  | { readonly of: readonly InputId[]; readonly write: (values: readonly unknown[]) => unknown };

/** A receptor as a flag; unknown or equivocal is not known. */
const positive = (value: unknown): unknown => (value === 'unknown' ? null : value === 'positive');
const screening = (value: unknown): unknown => ({ yes: '1', no: '0', unknown: '2' })[String(value)];
const binary = (value: unknown): unknown => ({ yes: '1', no: '0', unknown: '9' })[String(value)];

const BREAST = {
  age: 'age',
  screen: ['screen', screening],
  size_mm: 'size_mm',
  grade: 'grade',
  nodes: 'nodes',
  er: 'er',
  her2: 'her2',
  ki67: ['ki67_high', binary],
  chemo_generation: 'chemo_generation',
  horm: 'endocrine',
  traz: 'trastuzumab',
  bis: 'bisphosphonate',
  neoadjuvant: 'neoadjuvant',
  metastatic: 'metastatic',
  male: 'male',
} as const satisfies Readonly<Record<string, Binding>>;

const LIVER = {
  nodules: 'nodules',
  largest_cm: 'largest_cm',
  macrovascular_invasion: 'macrovascular_invasion',
  extrahepatic: 'extrahepatic',
  ecog: 'ecog',
  child_pugh: 'child_pugh',
} as const satisfies Readonly<Record<string, Binding>>;

/** The scores of the prognosis section, each field with the input that fills it. */
const SCORES = {
  'predict-breast-3': {
    ...BREAST,
    pr: 'pr',
    radio: 'radiotherapy',
    heartgy: 'heart_gy',
    smoker: 'smoker',
  },
  'predict-breast-2': BREAST,
  npi: {
    size_mm: 'size_mm',
    grade: 'grade',
    positive_nodes: 'nodes',
    neoadjuvant: 'neoadjuvant',
    metastatic: 'metastatic',
  },
  cts5: {
    positive_nodes: 'nodes',
    size_mm: 'size_mm',
    grade: 'grade',
    age: 'age',
    er_positive: ['er', positive],
    postmenopausal: 'postmenopausal',
    recurrence_free_5_years: 'recurrence_free_5_years',
  },
  'cps-eg': {
    clinical_stage: 'clinical_stage',
    pathological_stage: 'pathological_stage',
    er_positive: ['er', positive],
    nuclear_grade_3: 'nuclear_grade_3',
    neoadjuvant: 'neoadjuvant',
  },
  'predict-prostate': {
    age: 'age',
    psa: 'psa',
    t_stage: 't_stage',
    grade_group: 'grade_group',
    treatment: 'prostate_treatment',
    comorbidity: 'comorbidity',
    cores_involved_pct: 'cores_pct',
    metastatic: 'metastatic',
  },
  ipi: {
    age: 'age',
    ann_arbor: 'ann_arbor',
    ldh_U_L: 'ldh',
    ldh_uln: 'ldh_uln',
    ecog: 'ecog',
    extranodal_sites: 'extranodal_sites',
  },
  'nccn-ipi': {
    age: 'age',
    ldh_ratio: { of: ['ldh', 'ldh_uln'], write: ([value, limit]) => Number(value) / Number(limit) },
    ann_arbor: 'ann_arbor',
    extranodal_major: 'extranodal_major',
    ecog: 'ecog',
  },
  imdc: {
    karnofsky: 'karnofsky',
    months_diagnosis_to_systemic: 'months_to_systemic',
    haemoglobin_below_lln: 'haemoglobin_low',
    corrected_calcium_above_uln: 'calcium_high',
    neutrophils_above_uln: 'neutrophils_high',
    platelets_above_uln: 'platelets_high',
  },
  khorana: {
    site: 'khorana_site',
    platelets: 'platelets',
    haemoglobin_g_L: 'haemoglobin',
    wbc: 'leukocytes',
    bmi: 'bmi',
    esa: 'esa',
  },
  fong: {
    primary_node_positive: 'node_positive',
    disease_free_months: 'disease_free_months',
    liver_metastases: 'liver_metastases',
    cea_ng_mL: 'cea',
    largest_cm: 'largest_metastasis_cm',
  },
  albi: { bilirubin_umol_L: 'bilirubin', albumin_g_L: 'albumin' },
  'child-pugh': {
    bilirubin_umol_L: 'bilirubin',
    albumin_g_L: 'albumin',
    inr: 'inr',
    ascites: 'ascites',
    encephalopathy: 'encephalopathy',
  },
  cnlc: LIVER,
  bclc: LIVER,
  amap: {
    age: 'age_now',
    male: 'male',
    bilirubin_umol_L: 'bilirubin',
    albumin_g_L: 'albumin',
    platelets_10e9_L: 'platelets',
  },
} as const satisfies { readonly [Id in ClinicalRuleId]?: Readonly<Record<string, Binding>> };

export type ScoreId = keyof typeof SCORES;

export const SCORE_IDS = Object.keys(SCORES) as ScoreId[];

/** A field of a score, with the inputs that fill it once all of them are known. */
export interface BoundField {
  readonly field: string;
  readonly inputs: readonly InputId[];
  readonly write: (values: readonly unknown[]) => unknown;
}

const bound = (field: string, binding: Binding): BoundField => {
  if (typeof binding === 'string') return { field, inputs: [binding], write: ([value]) => value };
  if ('of' in binding) return { field, inputs: binding.of, write: binding.write };
  const [input, write] = binding;
  return { field, inputs: [input], write: ([value]) => write(value) };
};

export const fieldsOf = (score: ScoreId): readonly BoundField[] =>
  Object.entries(SCORES[score] as Readonly<Record<string, Binding>>).map(([field, binding]) =>
    bound(field, binding),
  );
