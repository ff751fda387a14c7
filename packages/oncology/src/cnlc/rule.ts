import { clinicalRule, missingOf, needs } from '../registry/rule.ts';
import { LIVER_FIELDS, NO_NODULE, ofCondition, staged, stagedByNodules } from './liver-cancer.ts';

/** Raised whenever the same input gives another answer. */
const CNLC_VERSION = 1;

const stageOf = (nodules: number, largest: number): string => {
  if (nodules >= 2) return largest > 3 ? 'IIa' : 'Ib';
  return largest > 5 ? 'Ib' : 'Ia';
};

export const CNLC = clinicalRule({
  id: 'cnlc',
  version: CNLC_VERSION,
  title: { en: 'CNLC stage of liver cancer', zh: '中国肝癌分期（CNLC）' },
  source:
    'National Health Commission of the PRC, guideline for primary liver cancer (2024 edition)',
  sourceInChinese: '国家卫生健康委员会《原发性肝癌诊疗指南（2024年版）》',
  mark: 'known',
  population: { en: 'Hepatocellular carcinoma, China', zh: '肝细胞癌，中国' },
  fields: LIVER_FIELDS,
  decide: (given) => {
    const { nodules, largest_cm, macrovascular_invasion, extrahepatic } = given;
    const condition = ofCondition(given, 'IV');
    if (condition !== null) return condition;
    if (extrahepatic === true) return staged('IIIb', 'extrahepatic spread', '肝外转移');
    if (extrahepatic === null) return needs(missingOf(given, Object.keys(given)));
    if (macrovascular_invasion === true)
      return staged('IIIa', 'macrovascular invasion', '大血管侵犯');
    if (macrovascular_invasion === null || nodules === null)
      return needs(missingOf(given, Object.keys(given)));
    if (nodules === 0) return NO_NODULE;
    if (nodules >= 4) return staged('IIb', '4 or more nodules', '结节≥4个');
    if (largest_cm === null) return needs(['largest_cm']);
    return stagedByNodules(stageOf(nodules, largest_cm), nodules, largest_cm);
  },
});
