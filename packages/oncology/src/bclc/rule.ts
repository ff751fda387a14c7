import {
  LIVER_FIELDS,
  NO_NODULE,
  ofCondition,
  staged,
  stagedByNodules,
} from '../cnlc/liver-cancer.ts';
import { clinicalRule, missingOf, needs } from '../registry/rule.ts';

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
  fields: LIVER_FIELDS,
  decide: (given) => {
    const { nodules, largest_cm, macrovascular_invasion, extrahepatic, ecog } = given;
    const condition = ofCondition(given, 'D');
    if (condition !== null) return condition;
    if (macrovascular_invasion === true || extrahepatic === true || (ecog !== null && ecog >= 1))
      return staged(
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
    if (nodules === 0) return NO_NODULE;
    return stagedByNodules(stageOf(nodules, largest_cm), nodules, largest_cm);
  },
});
