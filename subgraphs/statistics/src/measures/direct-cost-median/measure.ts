import { costMeasure } from '../../costs/cost-measure.ts';

/** The middle of the costs of cases in the first year. */
export const directCostMedian = costMeasure('DIRECT_COST', {
  label: { en: 'Direct medical cost per case, median', zh: '每例直接医疗费用（中位数）' },
  sentence: {
    en: 'Each figure is the direct medical cost, in yuan, that half of the cases did not exceed in the 365 days from diagnosis.',
    zh: '每个数字为半数病例在诊断后365天内直接医疗费用不超过的金额（元）。',
  },
  limits: {
    en: 'Bills of institutions that sent none are not in it, nor anything but medical care: travel, care at home and lost pay. A case of two cancers within the year has the bills of both where no bill names one.',
    zh: '不含未上报明细的机构的费用，也不含交通、家庭照护和误工等非医疗费用。一年内患两种癌症且明细未注明所属时，费用计入两者。',
  },
});
