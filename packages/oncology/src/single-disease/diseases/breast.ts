import { type Disease, SOLID } from '../disease.ts';
import { type ChoiceElement, type NumberElement, valuesOf } from '../element.ts';
import { baseline, marker } from '../elements/findings.ts';
import { SURGERY } from '../elements/surgery.ts';
import { LABORATORY } from '../read/codes.ts';
import { findingOf, percentOf } from '../read/tests.ts';
import { breastSubtype } from '../rules/breast-subtype/breast-subtype.ts';

const ASCO = 'ASCO/CAP guideline recommendations (receptors 2020, HER2 2023)';

const KI67: NumberElement = {
  id: 'ki67',
  type: 'number',
  label: { en: 'Ki-67', zh: 'Ki-67增殖指数' },
  unit: '%',
  limits: [10, 20, 30, 50],
  rule: {
    words: {
      en: 'First percentage recorded, from 90 days before diagnosis.',
      zh: '诊断前90天起首个百分比结果。',
    },
    source: 'International Ki67 in Breast Cancer Working Group, J Natl Cancer Inst 2021;113:808-19',
  },
  of: (facts) => percentOf(facts, 'Ki-67'),
};

const SUBTYPE: ChoiceElement = {
  id: 'subtype',
  type: 'choice',
  label: { en: 'Surrogate intrinsic subtype', zh: '分子分型（替代分型）' },
  values: valuesOf(`
    LUMINAL_A|Luminal A-like|Luminal A型
    LUMINAL_B_HER2_NEGATIVE|Luminal B-like, HER2 negative|Luminal B型（HER2阴性）
    LUMINAL_B_HER2_POSITIVE|Luminal B-like, HER2 positive|Luminal B型（HER2阳性）
    HER2_POSITIVE|HER2 positive, not luminal|HER2阳性型
    TRIPLE_NEGATIVE|Triple negative|三阴性
  `),
  rule: {
    words: {
      en: 'From ER, PR, HER2 and Ki-67 (high from 20 %). Luminal A needs all four; an equivocal HER2 leaves it unknown.',
      zh: '依据ER、PR、HER2和Ki-67（≥20%为高）；Luminal A型须四项齐全，HER2可疑者为不详。',
    },
    source: 'Goldhirsch A et al., St Gallen 2013, Ann Oncol 2013;24:2206-23; CACA guideline 2021',
  },
  of: (facts) =>
    breastSubtype({
      er: findingOf(facts, 'ER'),
      pr: findingOf(facts, 'PR'),
      her2: findingOf(facts, 'HER2'),
      ki67: percentOf(facts, 'Ki-67'),
    }),
};

export const breast: Disease = {
  label: { en: 'Breast cancer', zh: '乳腺癌' },
  siteGroup: 'breast',
  topography: 'C50',
  morphology: SOLID,
  elements: [
    marker('er', 'ER', { source: ASCO }),
    marker('pr', 'PR', { source: ASCO }),
    marker('her2', 'HER2', { source: ASCO }),
    KI67,
    SUBTYPE,
    marker('brca1', 'BRCA1', { source: 'NCCN; CBCS and CSOBO guideline 2022' }),
    marker('brca2', 'BRCA2', { source: 'NCCN; CBCS and CSOBO guideline 2022' }),
    baseline(
      'ca153',
      { en: 'CA 15-3 before treatment', zh: '治疗前糖类抗原15-3' },
      { measure: LABORATORY.ca153, limits: [25, 50], source: 'CACA guideline 2021' },
    ),
    ...SURGERY,
  ],
};
