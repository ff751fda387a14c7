import { survivalColumns } from '../../survival/answer.ts';
import { followsNobody } from '../../survival/follows-nobody.ts';
import { AT_RISK, FOLLOWED_CASES, LOG_INTERVAL, NO_SURVIVAL_MEANS } from '../../survival/words.ts';
import type { Measure } from '../measure.ts';
import { PER_CENT } from '../words.ts';

/** Kaplan–Meier estimate of survival from diagnosis (`kaplanMeier`). */
export const observedSurvival: Measure = {
  group: 'SURVIVAL',
  label: { en: 'Observed survival', zh: '观察生存率' },
  ofDeaths: null,
  unit: PER_CENT,
  sentence: {
    en: 'Each figure is the share of the patients that was alive so many years after diagnosis, whatever the others died of.',
    zh: '每个数字为诊断后若干年仍存活的患者比例，不论死因。',
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
  answer: (material) => survivalColumns(material, 'OBSERVED', false),
};
