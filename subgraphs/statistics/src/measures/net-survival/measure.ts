import { survivalColumns } from '../../survival/answer.ts';
import { followsNobody } from '../../survival/follows-nobody.ts';
import { AT_RISK, FOLLOWED_CASES, LOG_INTERVAL, NO_SURVIVAL_MEANS } from '../../survival/words.ts';
import type { Measure } from '../measure.ts';
import { PER_CENT } from '../words.ts';

/** Net survival by Pohar Perme (`poharPerme`). */
export const netSurvival: Measure = {
  group: 'SURVIVAL',
  label: { en: 'Net survival', zh: '净生存率' },
  ofDeaths: null,
  unit: PER_CENT,
  sentence: {
    en: 'Each figure is the share that would be alive so many years after diagnosis if their cancer were the only thing to die of: it compares populations whose other mortality differs.',
    zh: '每个数字为假定癌症是唯一死因时，诊断后若干年的存活比例，可用于比较其他死因死亡率不同的人群。',
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
  answer: (material) => survivalColumns(material, 'NET', false),
};
