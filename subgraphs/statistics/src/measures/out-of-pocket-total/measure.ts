import { costMeasure } from '../../costs/cost-measure.ts';
import { total } from '../../costs/total.ts';

/** What the patients of each year paid in their first year. */
export const outOfPocketTotal = costMeasure(
  'OUT_OF_POCKET_COST',
  {
    label: { en: 'Out-of-pocket cost per year, total', zh: '年度个人自付费用（合计）' },
    sentence: {
      en: 'Each figure is what the patients of the cases diagnosed in a year paid themselves together, in yuan, in the 365 days from each diagnosis.',
      zh: '每个数字为某年确诊病例的患者自诊断起365天内个人自付费用的合计（元）。',
    },
    limits: {
      en: 'It is of bills that say what the patient paid; what was paid back afterwards, and what was paid elsewhere, is not known. The year is that of diagnosis, not of the bill.',
      zh: '仅限载明个人自付金额的明细；事后报销及在他处的支出不详。年份为诊断年，而非结算年。',
    },
  },
  total,
);
