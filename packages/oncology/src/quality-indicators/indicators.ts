import type { CaseFacts, IndicatorJudgement } from './facts.ts';
import { breastChemotherapy, breastEndocrine, clinicalStage } from './judge-breast.ts';
import { colonChemotherapy, lungChemotherapy, surgeryNotFirst } from './judge-colon-lung.ts';

export const QUALITY_INDICATORS_VERSION = 1;

interface Words {
  readonly en: string;
  readonly zh: string;
}

/** How much of the source's text was read when the definition was written. */
export type TextSeen = 'SEEN' | 'SEEN_IN_PART' | 'NOT_SEEN';

/** A clinical quality indicator as data: of whom, what counts, from where. */
export interface QualityIndicator {
  /** The source's own. */
  readonly code: string;
  /** Site groups it is of. */
  readonly sites: readonly string[];
  readonly title: Words;
  readonly numerator: Words;
  readonly denominator: Words;
  readonly source: string;
  readonly seen: TextSeen;
  /** The rate that the source expects, per cent; null where it names none. */
  readonly expected: number | null;
  /** Judges a case of its sites; null where no case facts of this platform say it. */
  readonly judge: ((facts: CaseFacts) => IndicatorJudgement) | null;
  /** Why no case is judged; null where they are. */
  readonly notJudged: Words | null;
}

const needs = (en: string, zh: string) => ({
  judge: null,
  notJudged: {
    en: `A case as it is released does not say ${en}.`,
    zh: `发布的病例数据不含${zh}。`,
  },
});
const judged = (judge: (facts: CaseFacts) => IndicatorJudgement) => ({ judge, notJudged: null });

const NHC = 'NHC 2023, quality control indicators of tumour care';
const COC = 'Commission on Cancer, quality measures';

const FIRST_TREATED: Words = {
  en: 'patients who received first treatment',
  zh: '接受首次治疗的患者',
};
const CTNM: Words = {
  en: 'with a clinical TNM stage from before it',
  zh: '首次治疗前有临床TNM分期者',
};

/** In the order of sites. The definitions are restated: their sources' texts are not copied. */
export const QUALITY_INDICATORS: readonly QualityIndicator[] = [
  {
    code: 'CA-BC-01',
    sites: ['breast'],
    title: { en: 'Clinical TNM before first treatment', zh: '首次治疗前临床TNM分期评估' },
    ...{ numerator: CTNM, denominator: FIRST_TREATED },
    ...{ source: NHC, seen: 'SEEN', expected: null },
    ...judged(clinicalStage),
  },
  {
    code: 'CA-BC-02',
    sites: ['breast'],
    title: { en: 'Staging work-up complete', zh: '分期检查完整' },
    numerator: {
      en: 'ultrasound, mammography or MRI of the breast with imaging of chest and abdomen, or with PET-CT',
      zh: '乳腺超声、钼靶或MRI，加胸部CT及腹部影像，或加PET-CT',
    },
    denominator: FIRST_TREATED,
    ...{ source: NHC, seen: 'SEEN', expected: null },
    ...needs('which imaging was done', '所做的影像检查'),
  },
  {
    code: 'CA-BC-03',
    sites: ['breast'],
    title: { en: 'Pathology before non-surgical first treatment', zh: '非手术首次治疗前病理诊断' },
    numerator: { en: 'with a pathological diagnosis from before it', zh: '治疗前有病理诊断者' },
    denominator: {
      en: 'patients whose first treatment was no operation',
      zh: '首次治疗非手术的患者',
    },
    ...{ source: NHC, seen: 'SEEN', expected: null },
    ...needs('when the pathological diagnosis was made', '病理诊断的时间'),
  },
  {
    code: 'CA-BC-04',
    sites: ['breast'],
    title: { en: 'Sentinel node biopsy in early breast cancer', zh: '早期乳腺癌前哨淋巴结活检' },
    numerator: { en: 'with a sentinel node biopsy', zh: '行前哨淋巴结活检者' },
    denominator: { en: 'operated early breast cancers', zh: '手术的早期乳腺癌' },
    ...{ source: NHC, seen: 'SEEN_IN_PART', expected: null },
    ...needs('which procedure an operation was', '手术的具体术式'),
  },
  {
    code: 'BCSRT',
    sites: ['breast'],
    title: { en: 'Radiotherapy after breast-conserving surgery', zh: '保乳术后放疗' },
    numerator: { en: 'radiotherapy within 365 days of diagnosis', zh: '诊断后365天内放疗' },
    denominator: {
      en: 'women under 70 with breast-conserving surgery, stages I to III',
      zh: '70岁以下、I—III期、行保乳手术者',
    },
    ...{ source: COC, seen: 'SEEN', expected: 90 },
    ...needs('whether an operation conserved the breast', '手术是否保乳'),
  },
  {
    code: 'MAC',
    sites: ['breast'],
    title: {
      en: 'Combination chemotherapy, hormone receptors negative',
      zh: '激素受体阴性乳腺癌联合化疗',
    },
    numerator: {
      en: 'two or more cytotoxic drugs begun within 120 days of diagnosis',
      zh: '诊断后120天内开始两种及以上细胞毒药物',
    },
    denominator: {
      en: 'women under 70, T1cN0M0 or stages IB to III, oestrogen and progesterone receptors negative',
      zh: '70岁以下女性，T1cN0M0或IB—III期，雌、孕激素受体均阴性',
    },
    ...{ source: COC, seen: 'SEEN', expected: 90 },
    ...judged(breastChemotherapy),
  },
  {
    code: 'HT',
    sites: ['breast'],
    title: {
      en: 'Endocrine treatment, hormone receptors positive',
      zh: '激素受体阳性乳腺癌内分泌治疗',
    },
    numerator: {
      en: 'tamoxifen or an aromatase inhibitor begun within 365 days of diagnosis',
      zh: '诊断后365天内开始他莫昔芬或芳香化酶抑制剂',
    },
    denominator: {
      en: 'women, T1cN0M0 or stages IB to III, oestrogen or progesterone receptor positive',
      zh: '女性，T1cN0M0或IB—III期，雌或孕激素受体阳性',
    },
    ...{ source: COC, seen: 'SEEN', expected: 90 },
    ...judged(breastEndocrine),
  },
  {
    code: 'MASTRT',
    sites: ['breast'],
    title: {
      en: 'Radiotherapy after mastectomy, four or more nodes',
      zh: '乳房切除术后（≥4枚阳性淋巴结）放疗',
    },
    numerator: { en: 'radiotherapy within 365 days', zh: '365天内放疗' },
    denominator: {
      en: 'mastectomies with four or more positive nodes',
      zh: '乳房切除且阳性淋巴结≥4枚者',
    },
    ...{ source: COC, seen: 'SEEN', expected: 90 },
    ...needs('how many nodes were positive', '阳性淋巴结数'),
  },
  {
    code: 'nBx',
    sites: ['breast'],
    title: { en: 'Needle biopsy before surgery', zh: '术前穿刺活检' },
    numerator: {
      en: 'core biopsy or fine-needle aspiration of the primary',
      zh: '原发灶粗针或细针穿刺',
    },
    denominator: { en: 'breast cancers', zh: '乳腺癌' },
    ...{ source: COC, seen: 'SEEN', expected: 80 },
    ...needs('which biopsies were taken', '活检方式'),
  },
  {
    code: '12RLN',
    sites: ['colorectum'],
    title: { en: 'Twelve or more regional nodes examined', zh: '检出区域淋巴结≥12枚' },
    numerator: { en: 'twelve or more', zh: '≥12枚' },
    denominator: { en: 'resected colon cancers, stages I to III', zh: '手术的I—III期结肠癌' },
    ...{ source: `${COC} 12RLN`, seen: 'NOT_SEEN', expected: 85 },
    ...needs('how many nodes were examined', '检出淋巴结数'),
  },
  {
    code: 'ACT',
    sites: ['colorectum'],
    title: { en: 'Adjuvant chemotherapy of stage III colon cancer', zh: 'III期结肠癌辅助化疗' },
    numerator: {
      en: 'chemotherapy begun within 120 days of diagnosis',
      zh: '诊断后120天内开始化疗',
    },
    denominator: {
      en: 'operated colon cancers of stage III, under 80',
      zh: '80岁以下、手术的III期结肠癌',
    },
    ...{ source: `${COC} ACT (NQF 0223)`, seen: 'SEEN_IN_PART', expected: 90 },
    ...judged(colonChemotherapy),
  },
  {
    code: 'G15RLN',
    sites: ['stomach'],
    title: {
      en: 'Fifteen or more nodes removed and examined',
      zh: '清扫并检出淋巴结≥15枚（中国≥16枚）',
    },
    numerator: { en: 'fifteen or more; in China sixteen', zh: '≥15枚（中国≥16枚）' },
    denominator: { en: 'resected gastric cancers', zh: '手术的胃癌' },
    ...{ source: `${COC} G15RLN`, seen: 'NOT_SEEN', expected: 80 },
    ...needs('how many nodes were examined', '检出淋巴结数'),
  },
  {
    code: 'LCT',
    sites: ['lung'],
    title: {
      en: 'Systemic chemotherapy of resected pN1 and pN2',
      zh: '手术切除pN1、pN2者全身化疗',
    },
    numerator: {
      en: 'chemotherapy within four months before or six months after the operation',
      zh: '手术前4个月内或术后6个月内化疗',
    },
    denominator: {
      en: 'resected non-small cell lung cancers, pN1 or pN2',
      zh: '手术切除的非小细胞肺癌，pN1或pN2',
    },
    ...{ source: `${COC} LCT`, seen: 'NOT_SEEN', expected: null },
    ...judged(lungChemotherapy),
  },
  {
    code: 'LNoSurg',
    sites: ['lung'],
    title: { en: 'Surgery is not first for cN2 M0', zh: 'cN2 M0者不以手术为首次治疗' },
    numerator: { en: 'whose first treatment was no operation', zh: '首次治疗非手术者' },
    denominator: {
      en: 'treated non-small cell lung cancers, cN2 M0',
      zh: '接受治疗的非小细胞肺癌，cN2 M0',
    },
    ...{ source: `${COC} LNoSurg`, seen: 'NOT_SEEN', expected: null },
    ...judged(surgeryNotFirst),
  },
  {
    code: 'CNLC-01-01',
    sites: ['liver'],
    title: { en: 'CNLC stage before first treatment', zh: '首次治疗前CNLC分期' },
    numerator: { en: 'staged', zh: '已分期者' },
    denominator: { en: 'hepatocellular carcinomas first treated', zh: '首次治疗的肝细胞癌' },
    ...{ source: 'NCC 2022, liver cancer', seen: 'SEEN_IN_PART', expected: null },
    ...needs(
      'by which classification a stage group of the liver was given',
      '肝癌分期所用的分类系统',
    ),
  },
  {
    code: 'NPC-01-01',
    sites: ['nasopharynx'],
    title: { en: 'Clinical TNM before first treatment', zh: '首次治疗前临床TNM分期评估' },
    ...{ numerator: CTNM, denominator: FIRST_TREATED },
    ...{ source: 'NCC 2022, Chin J Oncol 2022;44:895', seen: 'SEEN_IN_PART', expected: null },
    ...judged(clinicalStage),
  },
];

export const qualityIndicator = (code: string): QualityIndicator | null =>
  QUALITY_INDICATORS.find((one) => one.code === code) ?? null;
