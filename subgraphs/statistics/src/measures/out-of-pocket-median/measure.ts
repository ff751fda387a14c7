import { costMeasure } from '../../costs/cost-measure.ts';

/** The middle of the costs of cases in the first year. */
export const outOfPocketMedian = costMeasure('OUT_OF_POCKET_COST', {
  label: { en: 'Out-of-pocket cost per case, median', zh: '每例个人自付费用（中位数）' },
  sentence: {
    en: 'Each figure is what the patients of half of the cases did not exceed in paying themselves, in yuan, in the 365 days from diagnosis.',
    zh: '每个数字为半数病例的患者在诊断后365天内个人自付不超过的金额（元）。',
  },
  limits: {
    en: 'It is of bills that say what the patient paid; what was paid back afterwards, and what was paid elsewhere, is not known.',
    zh: '仅限载明个人自付金额的明细；事后报销及在他处的支出不详。',
  },
});
