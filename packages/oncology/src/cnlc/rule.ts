import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const CNLC_VERSION = 1;

const stageOf = (nodules: number, largest: number): string => {
  if (nodules >= 4) return 'IIb';
  if (nodules >= 2) return largest > 3 ? 'IIa' : 'Ib';
  return largest > 5 ? 'Ib' : 'Ia';
};

export const CNLC = clinicalRule({
  id: 'cnlc',
  version: CNLC_VERSION,
  title: { en: 'CNLC stage of liver cancer', zh: '中国肝癌分期（CNLC）' },
  source:
    'National Health Commission of the PRC, guideline for primary liver cancer (2024 edition)',
  mark: 'known',
  population: { en: 'Hepatocellular carcinoma, China', zh: '肝细胞癌，中国' },
  fields: {
    nodules: number('number of nodules', '结节数', 0, 1000, { integer: true }),
    largest_cm: number('largest nodule in cm', '最大结节（cm）', 0, 100),
    macrovascular_invasion: flag('macrovascular invasion', '大血管侵犯'),
    extrahepatic: flag('extrahepatic spread', '肝外转移'),
    ecog: number('ECOG performance status', 'ECOG体能状态', 0, 4, { integer: true }),
    child_pugh: choice('Child–Pugh class', 'Child-Pugh分级', ['A', 'B', 'C']),
  },
  decide: (given) => {
    const { nodules, largest_cm, macrovascular_invasion, extrahepatic, ecog, child_pugh } = given;
    const answer = (stage: string, en: string, zh: string) =>
      decided(stage, [{ en: `${stage}: ${en}.`, zh: `${stage}期：${zh}。` }]);
    if ((ecog !== null && ecog >= 3) || child_pugh === 'C')
      return answer('IV', 'ECOG 3 to 4 or Child–Pugh C', 'ECOG 3–4或Child-Pugh C级');
    if (ecog === null || child_pugh === null) return needs(missingOf(given, Object.keys(given)));
    if (extrahepatic === true) return answer('IIIb', 'extrahepatic spread', '肝外转移');
    if (extrahepatic === null) return needs(missingOf(given, Object.keys(given)));
    if (macrovascular_invasion === true)
      return answer('IIIa', 'macrovascular invasion', '大血管侵犯');
    if (macrovascular_invasion === null || nodules === null)
      return needs(missingOf(given, Object.keys(given)));
    if (nodules === 0) return notFor('No nodule is recorded.', '未记录结节。');
    if (nodules >= 4) return answer('IIb', '4 or more nodules', '结节≥4个');
    if (largest_cm === null) return needs(['largest_cm']);
    return answer(
      stageOf(nodules, largest_cm),
      `${nodules} nodule${nodules === 1 ? '' : 's'}, the largest ${largest_cm} cm`,
      `${nodules}个结节，最大${largest_cm} cm`,
    );
  },
});
