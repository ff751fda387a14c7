import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const BCLC_VERSION = 1;

const stageOf = (nodules: number, largest: number): string => {
  if (nodules === 1) return largest <= 2 ? '0' : 'A';
  return nodules <= 3 && largest <= 3 ? 'A' : 'B';
};

export const BCLC = clinicalRule({
  id: 'bclc',
  version: BCLC_VERSION,
  title: { en: 'BCLC stage of liver cancer (2022)', zh: '巴塞罗那肝癌分期（BCLC 2022）' },
  source: 'Reig M et al. J Hepatol 2022;76:681-93',
  mark: 'known',
  population: { en: 'Hepatocellular carcinoma', zh: '肝细胞癌' },
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
      return answer('D', 'ECOG 3 to 4 or Child–Pugh C', 'ECOG 3–4或Child-Pugh C级');
    if (ecog === null || child_pugh === null) return needs(missingOf(given, Object.keys(given)));
    if (macrovascular_invasion === true || extrahepatic === true || ecog >= 1)
      return answer(
        'C',
        'vascular invasion, extrahepatic spread or ECOG 1 to 2',
        '血管侵犯、肝外转移或ECOG 1–2',
      );
    if (
      macrovascular_invasion === null ||
      extrahepatic === null ||
      nodules === null ||
      largest_cm === null
    )
      return needs(missingOf(given, Object.keys(given)));
    if (nodules === 0) return notFor('No nodule is recorded.', '未记录结节。');
    return answer(
      stageOf(nodules, largest_cm),
      `${nodules} nodule${nodules === 1 ? '' : 's'}, the largest ${largest_cm} cm`,
      `${nodules}个结节，最大${largest_cm} cm`,
    );
  },
});
