import {
  BEFORE_FIRST,
  COC,
  CTNM,
  days,
  FIRST_TREATED,
  inPool,
  judged,
  MEN,
  NHC,
  NO_TREATMENT,
  type QualityIndicator,
  STAGE_FOUR,
  UNDER_18,
  type Words,
} from './indicator.ts';
import { breastChemotherapy, breastEndocrine, clinicalStage } from './judge-breast.ts';
import {
  conservedRadiotherapy,
  mastectomyRadiotherapy,
  needleBiopsy,
  pathologyFirst,
  workUp,
} from './judge-pool.ts';

const sites = ['breast'];
const SMALL: Words = {
  en: 'stage IA up to T1b: not enough is gained',
  zh: 'IA期且不超过T1b者：获益不足',
};
const OVER_70: Words = {
  en: '70 and older: the decision is made one by one',
  zh: '70岁及以上：需个体化决策',
};
const NO_RADIOTHERAPY: Words = { en: 'no radiotherapy begun', zh: '未开始放疗' };

export const BREAST_INDICATORS: readonly QualityIndicator[] = [
  {
    ...{ code: 'CA-BC-01', sites },
    title: { en: 'Clinical TNM before first treatment', zh: '首次治疗前临床TNM分期评估' },
    ...{ numerator: CTNM, denominator: FIRST_TREATED, exclusions: [NO_TREATMENT] },
    ...{ window: BEFORE_FIRST, by: 'FIRST_TREATMENT' },
    lacks: { en: 'no clinical stage recorded', zh: '无临床分期记录' },
    ...{ source: NHC, seen: 'SEEN', expected: null },
    ...judged(clinicalStage),
  },
  {
    ...{ code: 'CA-BC-02', sites },
    title: { en: 'Staging work-up complete', zh: '分期检查完整' },
    numerator: {
      en: 'ultrasound, mammography or MRI of the breast with CT of the chest and imaging of the abdomen, or with PET-CT',
      zh: '乳腺超声、钼靶或MRI，加胸部CT及腹部影像，或加PET-CT',
    },
    ...{ denominator: FIRST_TREATED, exclusions: [NO_TREATMENT] },
    ...{ window: BEFORE_FIRST, by: 'FIRST_TREATMENT' },
    lacks: {
      en: 'imaging of breast, chest and abdomen not complete',
      zh: '乳腺、胸部、腹部影像检查不完整',
    },
    ...{ source: NHC, seen: 'SEEN', expected: null },
    ...inPool(workUp, 'which imaging was done', '所做的影像检查'),
  },
  {
    ...{ code: 'CA-BC-03', sites },
    title: { en: 'Pathology before non-surgical first treatment', zh: '非手术首次治疗前病理诊断' },
    numerator: { en: 'with a pathological diagnosis from before it', zh: '治疗前有病理诊断者' },
    denominator: {
      en: 'patients whose first treatment was no operation',
      zh: '首次治疗非手术的患者',
    },
    exclusions: [
      NO_TREATMENT,
      { en: 'operated first: pathology comes with it', zh: '首次治疗为手术者：病理随手术取得' },
    ],
    ...{ window: BEFORE_FIRST, by: 'FIRST_TREATMENT' },
    lacks: { en: 'no pathological diagnosis recorded', zh: '无病理诊断记录' },
    ...{ source: NHC, seen: 'SEEN', expected: null },
    ...inPool(pathologyFirst, 'when the pathological diagnosis was made', '病理诊断的时间'),
  },
  {
    ...{ code: 'CA-BC-04', sites },
    title: { en: 'Sentinel node biopsy in early breast cancer', zh: '早期乳腺癌前哨淋巴结活检' },
    numerator: { en: 'with a sentinel node biopsy', zh: '行前哨淋巴结活检者' },
    denominator: { en: 'operated early breast cancers', zh: '手术的早期乳腺癌' },
    exclusions: [{ en: 'not seen in the source', zh: '未见原文所列的排除情形' }],
    window: { en: 'at the operation', zh: '手术时' },
    ...{ lacks: { en: 'no sentinel node biopsy', zh: '未行前哨淋巴结活检' }, by: null },
    ...{ source: NHC, seen: 'SEEN_IN_PART', expected: null },
    judge: null,
    notJudged: {
      en: 'Who is to be left out was not seen in its source, and an operation that is sent without a code for the sentinel node does not say that none was taken.',
      zh: '未见原文的排除条件，且手术记录未含前哨淋巴结编码并不表示未行活检。',
    },
    notReleased: {
      en: 'A case as it is released does not say which procedure an operation was.',
      zh: '发布的病例数据不含手术的具体术式。',
    },
  },
  {
    ...{ code: 'BCSRT', sites },
    title: { en: 'Radiotherapy after breast-conserving surgery', zh: '保乳术后放疗' },
    numerator: { en: 'radiotherapy within 365 days of diagnosis', zh: '诊断后365天内放疗' },
    denominator: {
      en: 'women under 70 with breast-conserving surgery, stages I to III',
      zh: '70岁以下、I—III期、行保乳手术者',
    },
    exclusions: [
      MEN,
      UNDER_18,
      OVER_70,
      STAGE_FOUR,
      { en: 'the breast removed after all', zh: '最终切除乳房者' },
    ],
    ...{ window: days(365), by: 365, lacks: NO_RADIOTHERAPY },
    ...{ source: COC, seen: 'SEEN', expected: 90 },
    ...inPool(conservedRadiotherapy, 'whether an operation conserved the breast', '手术是否保乳'),
  },
  {
    ...{ code: 'MAC', sites },
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
    exclusions: [MEN, UNDER_18, OVER_70, SMALL, STAGE_FOUR],
    ...{ window: days(120), by: 120 },
    lacks: { en: 'no two cytotoxic drugs begun', zh: '未开始两种细胞毒药物' },
    ...{ source: COC, seen: 'SEEN', expected: 90 },
    ...judged(breastChemotherapy),
  },
  {
    ...{ code: 'HT', sites },
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
    exclusions: [MEN, UNDER_18, SMALL, STAGE_FOUR],
    ...{ window: days(365), by: 365 },
    lacks: {
      en: 'neither tamoxifen nor an aromatase inhibitor begun',
      zh: '未开始他莫昔芬或芳香化酶抑制剂',
    },
    ...{ source: COC, seen: 'SEEN', expected: 90 },
    ...judged(breastEndocrine),
  },
  {
    ...{ code: 'MASTRT', sites },
    title: {
      en: 'Radiotherapy after mastectomy, four or more nodes',
      zh: '乳房切除术后（≥4枚阳性淋巴结）放疗',
    },
    numerator: { en: 'radiotherapy within 365 days', zh: '365天内放疗' },
    denominator: {
      en: 'mastectomies with four or more positive nodes',
      zh: '乳房切除且阳性淋巴结≥4枚者',
    },
    exclusions: [MEN, UNDER_18, STAGE_FOUR],
    ...{ window: days(365), by: 365, lacks: NO_RADIOTHERAPY },
    ...{ source: COC, seen: 'SEEN', expected: 90 },
    ...inPool(mastectomyRadiotherapy, 'how many nodes were positive', '阳性淋巴结数'),
  },
  {
    ...{ code: 'nBx', sites },
    title: { en: 'Needle biopsy before surgery', zh: '术前穿刺活检' },
    numerator: {
      en: 'core biopsy or fine-needle aspiration of the primary',
      zh: '原发灶粗针或细针穿刺',
    },
    denominator: { en: 'operated breast cancers', zh: '手术的乳腺癌' },
    exclusions: [
      { en: 'not operated: there is no surgery to come before', zh: '未手术者：无“术前”可言' },
    ],
    window: {
      en: 'on or before the day of the first operation',
      zh: '首次手术当日或之前',
    },
    ...{ lacks: { en: 'an open biopsy alone', zh: '仅有切开活检' }, by: null },
    ...{ source: COC, seen: 'SEEN', expected: 80 },
    ...inPool(needleBiopsy, 'which biopsies were taken', '活检方式'),
  },
];
