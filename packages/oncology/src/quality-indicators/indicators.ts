import {
  BEFORE_FIRST,
  COC,
  CTNM,
  days,
  FIRST_TREATED,
  inPool,
  judged,
  NO_TREATMENT,
  type QualityIndicator,
  STAGE_FOUR,
  UNDER_18,
  type Words,
} from './indicator.ts';
import { BREAST_INDICATORS } from './indicators-breast.ts';
import { clinicalStage } from './judge-breast.ts';
import { colonChemotherapy, lungChemotherapy, surgeryNotFirst } from './judge-colon-lung.ts';
import { cnlcStage, colonNodes, gastricNodes } from './judge-pool.ts';

export type { QualityIndicator, TextSeen } from './indicator.ts';

export const QUALITY_INDICATORS_VERSION = 2;

const NOT_COLON: Words = {
  en: 'rectum, junction and appendix: other cancers',
  zh: '直肠、直乙交界及阑尾：属其他癌种',
};
const LOCAL: Words = {
  en: 'excised through an endoscope or locally alone: no nodes are removed',
  zh: '仅内镜或局部切除者：不清扫淋巴结',
};
const SMALL_CELL: Words = { en: 'small cell carcinoma', zh: '小细胞癌' };
const NODES: readonly [string, string] = ['how many nodes were examined', '检出淋巴结数'];

const OTHERS: readonly QualityIndicator[] = [
  {
    code: '12RLN',
    sites: ['colorectum'],
    title: { en: 'Twelve or more regional nodes examined', zh: '检出区域淋巴结≥12枚' },
    numerator: { en: 'twelve or more', zh: '≥12枚' },
    denominator: { en: 'resected colon cancers, stages I to III', zh: '手术的I—III期结肠癌' },
    exclusions: [NOT_COLON, STAGE_FOUR, LOCAL],
    window: { en: 'in the specimen of the resection', zh: '切除标本中' },
    ...{ lacks: { en: 'fewer than twelve nodes examined', zh: '检出淋巴结不足12枚' }, by: null },
    ...{ source: `${COC} 12RLN`, seen: 'NOT_SEEN', expected: 85 },
    ...inPool(colonNodes, ...NODES),
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
    exclusions: [
      NOT_COLON,
      UNDER_18,
      { en: '80 and older: the decision is made one by one', zh: '80岁及以上：需个体化决策' },
    ],
    ...{ window: days(120), by: 120, lacks: { en: 'no chemotherapy begun', zh: '未开始化疗' } },
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
    numerator: {
      en: 'sixteen or more, as China asks; the source asks fifteen',
      zh: '≥16枚（中国标准；原文为≥15枚）',
    },
    denominator: { en: 'resected gastric cancers', zh: '手术的胃癌' },
    exclusions: [STAGE_FOUR, LOCAL],
    window: { en: 'in the specimen of the resection', zh: '切除标本中' },
    ...{ lacks: { en: 'fewer than sixteen nodes examined', zh: '检出淋巴结不足16枚' }, by: null },
    ...{ source: `${COC} G15RLN`, seen: 'NOT_SEEN', expected: 80 },
    ...inPool(gastricNodes, ...NODES),
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
    exclusions: [SMALL_CELL, { en: 'not resected, pN0 or pN3', zh: '未手术、pN0或pN3' }],
    window: {
      en: '122 days before the operation to 183 days after it',
      zh: '手术前122天至术后183天',
    },
    lacks: { en: 'no chemotherapy around the operation', zh: '围手术期未行化疗' },
    by: null,
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
    exclusions: [SMALL_CELL, NO_TREATMENT, { en: 'other than cN2, or M1', zh: '非cN2，或M1' }],
    window: { en: 'the first treatment', zh: '首次治疗' },
    ...{ lacks: { en: 'operated first', zh: '首次治疗即为手术' }, by: null },
    ...{ source: `${COC} LNoSurg`, seen: 'NOT_SEEN', expected: null },
    ...judged(surgeryNotFirst),
  },
  {
    code: 'CNLC-01-01',
    sites: ['liver'],
    title: { en: 'CNLC stage before first treatment', zh: '首次治疗前CNLC分期' },
    numerator: { en: 'staged', zh: '已分期者' },
    denominator: { en: 'hepatocellular carcinomas first treated', zh: '首次治疗的肝细胞癌' },
    exclusions: [NO_TREATMENT, { en: 'other carcinomas of the liver', zh: '肝脏其他类型癌' }],
    ...{ window: BEFORE_FIRST, by: 'FIRST_TREATMENT' },
    lacks: { en: 'no CNLC stage recorded', zh: '无CNLC分期记录' },
    ...{ source: 'NCC 2022, liver cancer', seen: 'SEEN_IN_PART', expected: null },
    ...inPool(
      cnlcStage,
      'by which classification a stage group of the liver was given',
      '肝癌分期所用的分类系统',
    ),
  },
  {
    code: 'NPC-01-01',
    sites: ['nasopharynx'],
    title: { en: 'Clinical TNM before first treatment', zh: '首次治疗前临床TNM分期评估' },
    ...{ numerator: CTNM, denominator: FIRST_TREATED, exclusions: [NO_TREATMENT] },
    ...{ window: BEFORE_FIRST, by: 'FIRST_TREATMENT' },
    lacks: { en: 'no clinical stage recorded', zh: '无临床分期记录' },
    ...{ source: 'NCC 2022, Chin J Oncol 2022;44:895', seen: 'SEEN_IN_PART', expected: null },
    ...judged(clinicalStage),
  },
];

/** In the order of sites. The definitions are restated: their sources' texts are not copied. */
export const QUALITY_INDICATORS: readonly QualityIndicator[] = [...BREAST_INDICATORS, ...OTHERS];

export const qualityIndicator = (code: string): QualityIndicator | null =>
  QUALITY_INDICATORS.find((one) => one.code === code) ?? null;
