import { costMeasure } from '../../costs/cost-measure.ts';
import { total } from '../../costs/total.ts';

/** What the cases of each year cost in their first year. */
export const directCostTotal = costMeasure(
  'DIRECT_COST',
  {
    label: { en: 'Direct medical cost per year, total', zh: '年度直接医疗费用（合计）' },
    sentence: {
      en: 'Each figure is what the direct medical care of the cases diagnosed in a year cost together, in yuan, in the 365 days from each diagnosis.',
      zh: '每个数字为某年确诊病例自诊断起365天内直接医疗费用的合计（元）。',
    },
    limits: {
      en: 'Cases without a bill are not in it, so that it is no whole expense of a country; nor is care later than a year after diagnosis, nor anything but medical care. The year is that of diagnosis, not of the bill.',
      zh: '不含无费用明细的病例，故不等于全国总支出；也不含诊断一年以后的诊疗及非医疗费用。年份为诊断年，而非结算年。',
    },
  },
  total,
);
