import { survivalColumns } from '../../survival/answer.ts';
import { followsNobody } from '../../survival/follows-nobody.ts';
import { AT_RISK, FOLLOWED_CASES, LOG_INTERVAL, NO_SURVIVAL_MEANS } from '../../survival/words.ts';
import type { Measure } from '../measure.ts';
import { PER_CENT } from '../words.ts';

/** Relative survival by Ederer II (`edererII`). */
export const relativeSurvival: Measure = {
  group: 'SURVIVAL',
  label: { en: 'Relative survival', zh: '相对生存率' },
  ofDeaths: null,
  unit: PER_CENT,
  sentence: {
    en: 'Each figure is the share alive so many years after diagnosis over the share that would be alive among people of the same sex, age and year without the cancer.',
    zh: '每个数字为诊断后若干年的存活比例，与同性别、同年龄、同年份一般人群的预期存活比例之比。',
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
  answer: (material) => survivalColumns(material, 'RELATIVE', false),
};
