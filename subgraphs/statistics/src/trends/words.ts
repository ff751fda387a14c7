import type { Label } from '@nodp/graph';
import type { StatisticsDimension } from '../generated/resolvers.ts';

export const PER_CENT_A_YEAR: Label = { en: '% a year', zh: '%/年' };

const yearsTogether: Label = {
  en: 'The figure is a change over the years: years are chosen, not crossed.',
  zh: '该指标为多年间的变化：年份只能筛选，不能交叉。',
};
const periodsTooFew: Label = {
  en: 'A trend is of single years.',
  zh: '趋势按单一年份计算。',
};

/** Why a change over years cannot be crossed by them. */
export const NOT_BY_YEARS: Readonly<Partial<Record<StatisticsDimension, Label>>> = {
  YEAR: yearsTogether,
  PERIOD: periodsTooFew,
};
export const NOT_BY_PERIOD: Readonly<Partial<Record<StatisticsDimension, Label>>> = {
  PERIOD: periodsTooFew,
};

/** What no trend says. */
export const NO_TREND_MEANS: Label = {
  en: 'It describes the years it is made of and foretells none. A change may be one of registration or of screening as well as of risk.',
  zh: '仅描述所含年份，不预测未来。变化既可能来自风险改变，也可能来自登记或筛查的改变。',
};
