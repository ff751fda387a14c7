import type { Label } from '@nodp/graph';
import type { StatisticsDimension } from '../generated/resolvers.ts';

/** Words that several measures say alike. */
export const PER_100_000: Label = { en: 'per 100,000 person-years', zh: '/10万人年' };
export const PER_CENT: Label = { en: '%', zh: '%' };
export const NEW_CASES: Label = {
  en: 'new cases among residents of areas and years that a registry covers whole',
  zh: '登记处完整覆盖地区和年份的常住居民新发病例',
};
export const PERSON_YEARS: Label = {
  en: 'person-years of the same residents',
  zh: '同一常住居民的人年数',
};
export const NO_RATE_MEANS: Label = {
  en: 'It says nothing of areas and years that no registry covers whole, and a difference between two figures is none of quality of care.',
  zh: '不反映未被登记处完整覆盖的地区和年份；两个数字之差也不代表医疗质量的差别。',
};

const noPopulation: Label = {
  en: 'An institution has no population of its own: nobody knows who would have come to it. Rates are of residents.',
  zh: '机构没有自身的人口基数，无法确定其服务人群；率以常住居民为分母。',
};

/** A population is not divided by where its cases are treated. */
export const NOT_OF_POPULATIONS: Readonly<Partial<Record<StatisticsDimension, Label>>> = {
  TIER: noPopulation,
  INSTITUTION: noPopulation,
};

const allAges: Label = {
  en: 'The figure is of all ages together, weighed by the standard: ask for age-specific rates instead.',
  zh: '该指标已将各年龄按标准人口加权合并；请改用年龄别率。',
};

export const NOT_BY_AGE: Readonly<Partial<Record<StatisticsDimension, Label>>> = { AGE: allAges };
