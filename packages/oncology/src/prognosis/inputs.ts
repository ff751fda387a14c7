import { choice, count, type Field, flag, number } from '../registry/fields.ts';

const RECEPTOR = {
  positive: 'positive',
  negative: 'negative',
  unknown: 'unknown',
  阳性: 'positive',
  阴性: 'negative',
  不详: 'unknown',
} as const;

/**
 * What scores ask of a patient, each once: several scores ask the same. Values have the units of their labels; a value
 * entered is held to its bounds.
 */
export const INPUTS = {
  age: number('age at diagnosis in years', '诊断年龄（岁）', 0, 120),
  age_now: number('age in years', '年龄（岁）', 0, 120),
  male: flag('male', '男性'),
  postmenopausal: flag('postmenopausal', '绝经后'),
  screen: choice('found by screening', '筛查发现', ['yes', 'no', 'unknown']),
  size_mm: number('invasive size in mm', '浸润灶大小（mm）', 0.1, 500),
  grade: number('histological grade 1 to 3', '组织学分级1–3', 1, 3, { integer: true }),
  nuclear_grade_3: flag('nuclear grade 3', '核分级3级'),
  nodes: count('involved nodes', '阳性淋巴结数', 200),
  node_positive: flag('nodes of the primary involved', '原发灶淋巴结阳性'),
  er: choice('oestrogen receptor', '雌激素受体', RECEPTOR),
  pr: choice('progesterone receptor', '孕激素受体', RECEPTOR),
  her2: choice('HER2', 'HER2', RECEPTOR),
  ki67_high: choice('Ki-67 over 10 %', 'Ki-67高于10%', ['yes', 'no', 'unknown']),
  smoker: flag('smokes now', '目前吸烟'),
  chemo_generation: choice(
    'chemotherapy considered: 0 none, 2 second, 3 third generation',
    '拟行化疗：0无，2第二代，3第三代',
    ['0', '2', '3'],
  ),
  endocrine: flag('endocrine therapy given or considered', '已行或拟行内分泌治疗'),
  trastuzumab: flag('trastuzumab given or considered', '已行或拟行曲妥珠单抗'),
  bisphosphonate: flag('bisphosphonate given or considered', '已行或拟行双膦酸盐'),
  radiotherapy: flag('radiotherapy given or considered', '已行或拟行放疗'),
  heart_gy: number('mean dose to the heart in Gy', '心脏平均剂量（Gy）', 0, 50),
  neoadjuvant: flag('systemic treatment before the operation', '术前全身治疗'),
  metastatic: flag('distant metastasis', '远处转移'),
  recurrence_free_5_years: flag('free of recurrence after five years', '5年无复发'),
  clinical_stage: choice('anatomic clinical stage before treatment', '治疗前解剖临床分期', [
    ...['0', 'I', 'IA', 'IB', 'IIA', 'IIB', 'IIIA', 'IIIB', 'IIIC', 'IV'],
  ]),
  pathological_stage: choice('anatomic pathological stage after treatment', '治疗后解剖病理分期', [
    ...['0', 'I', 'IA', 'IB', 'IIA', 'IIB', 'IIIA', 'IIIB', 'IIIC', 'IV'],
  ]),
  psa: number('PSA before treatment in ng/mL', '治疗前PSA（ng/mL）', 0, 100000),
  t_stage: choice('clinical T 1 to 4', '临床T 1–4', ['1', '2', '3', '4']),
  grade_group: choice('grade group 1 to 5', '分级组1–5', ['1', '2', '3', '4', '5']),
  prostate_treatment: choice('treatment considered', '拟行治疗', [
    'conservative',
    'radical',
    'hormone',
  ]),
  comorbidity: flag('comorbidity (Charlson 1 or more)', '合并症（Charlson≥1）'),
  cores_pct: number('biopsy cores involved in per cent', '阳性活检针百分比', 0, 100),
  ann_arbor: choice('Ann Arbor (Lugano) stage', 'Ann Arbor（Lugano）分期', [
    'I',
    'II',
    'III',
    'IV',
  ]),
  ldh: number('LDH in U/L', '乳酸脱氢酶（U/L）', 0, 100000),
  ldh_uln: number('upper limit of normal of LDH in U/L', '乳酸脱氢酶正常上限（U/L）', 1, 10000),
  ecog: number('ECOG performance status', 'ECOG体能状态', 0, 4, { integer: true }),
  karnofsky: number('Karnofsky performance status', 'Karnofsky体能状态', 0, 100),
  extranodal_sites: count('extranodal sites', '结外受累部位数', 50),
  extranodal_major: flag(
    'bone marrow, CNS, liver or GI tract, or lung involved',
    '骨髓、中枢神经、肝或胃肠道、肺受累',
  ),
  months_to_systemic: number(
    'months from diagnosis to systemic treatment',
    '诊断至全身治疗的月数',
    0,
    1200,
  ),
  haemoglobin_low: flag('haemoglobin below normal', '血红蛋白低于正常'),
  calcium_high: flag('calcium corrected for albumin above normal', '校正血钙高于正常'),
  neutrophils_high: flag('neutrophils above normal', '中性粒细胞高于正常'),
  platelets_high: flag('platelets above normal', '血小板高于正常'),
  khorana_site: choice('site of the cancer', '癌症部位', [
    ...['stomach', 'pancreas', 'lung', 'lymphoma', 'gynaecological', 'bladder', 'testis', 'other'],
  ]),
  platelets: number('platelets in 10⁹/L', '血小板（10⁹/L）', 0, 3000),
  haemoglobin: number('haemoglobin in g/L', '血红蛋白（g/L）', 10, 300),
  leukocytes: number('leucocytes in 10⁹/L', '白细胞（10⁹/L）', 0, 1000),
  bmi: number('body mass index in kg/m²', '体重指数（kg/m²）', 5, 150),
  esa: flag('erythropoiesis-stimulating agent in use', '使用促红细胞生成药'),
  disease_free_months: number(
    'months from the primary to the liver metastasis',
    '原发灶至肝转移的月数',
    0,
    1200,
  ),
  liver_metastases: count('liver metastases', '肝转移灶数', 1000),
  cea: number('CEA before the operation in ng/mL', '术前CEA（ng/mL）', 0, 1000000),
  largest_metastasis_cm: number('largest liver metastasis in cm', '最大肝转移灶（cm）', 0, 100),
  bilirubin: number('total bilirubin in µmol/L', '总胆红素（µmol/L）', 0.1, 2000),
  albumin: number('albumin in g/L', '白蛋白（g/L）', 1, 100),
  inr: number('INR', '国际标准化比值', 0.3, 20),
  ascites: choice('ascites', '腹水', ['none', 'mild', 'moderate-severe']),
  encephalopathy: choice('encephalopathy', '肝性脑病', ['none', 'grade 1-2', 'grade 3-4']),
  nodules: count('number of nodules', '结节数', 1000),
  largest_cm: number('largest nodule in cm', '最大结节（cm）', 0, 100),
  macrovascular_invasion: flag('macrovascular invasion', '大血管侵犯'),
  extrahepatic: flag('extrahepatic spread', '肝外转移'),
  child_pugh: choice('Child–Pugh class', 'Child-Pugh分级', ['A', 'B', 'C']),
} as const satisfies Readonly<Record<string, Field>>;

export type InputId = keyof typeof INPUTS;

export const isInput = (id: string): id is InputId => Object.hasOwn(INPUTS, id);
