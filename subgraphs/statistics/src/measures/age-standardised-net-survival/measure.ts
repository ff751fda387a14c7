import { survivalColumns } from '../../survival/answer.ts';
import { followsNobody } from '../../survival/follows-nobody.ts';
import { AT_RISK, FOLLOWED_CASES, LOG_INTERVAL, NO_SURVIVAL_MEANS } from '../../survival/words.ts';
import type { Measure } from '../measure.ts';
import { PER_CENT } from '../words.ts';

/** Net survival of age groups, weighed by the International Cancer Survival Standard (`icssWeights`). */
export const ageStandardisedNetSurvival: Measure = {
  group: 'SURVIVAL',
  label: { en: 'Age-standardised net survival', zh: '年龄标化净生存率' },
  ofDeaths: null,
  unit: PER_CENT,
  sentence: {
    en: 'Each figure is the net survival that patients of the ages of the International Cancer Survival Standard would have: it compares areas and periods as if their patients were equally old.',
    zh: '每个数字为按国际癌症生存标准（ICSS）年龄构成加权的净生存率，可在患者年龄构成相同的假设下比较不同地区和时期。',
  },
  limits: NO_SURVIVAL_MEANS,
  numerator: AT_RISK,
  denominator: FOLLOWED_CASES,
  interval: LOG_INTERVAL,
  options: ['AT', 'GIVEN', 'APPROACH'],
  needsPersonYears: false,
  required: [],
  refused: {},
  followUp: true,
  absent: followsNobody,
  answer: (material) => survivalColumns(material, 'NET', true),
};
