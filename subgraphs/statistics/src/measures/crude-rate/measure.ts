import { crudeColumns } from '../crude.ts';
import type { Measure } from '../measure.ts';
import { NEW_CASES, NOT_OF_POPULATIONS, PER_100_000, PERSON_YEARS } from '../words.ts';

/** Cases over person-years (`crudeRate`). */
export const crude: Measure = {
  group: 'RATES',
  label: { en: 'Crude rate', zh: '粗率' },
  ofDeaths: { en: 'Crude mortality rate', zh: '粗死亡率' },
  unit: PER_100_000,
  sentence: {
    en: 'Each figure is how many new cases came in a year for every 100,000 residents, whatever their age.',
    zh: '每个数字为每10万常住居民一年内新发的病例数，未考虑年龄构成。',
  },
  limits: {
    en: 'An older population has a higher crude rate at the same risk: compare areas and periods by age-standardised rates.',
    zh: '风险相同时，人口老龄化程度越高粗率越高；比较地区或时期请用年龄标化率。',
  },
  numerator: NEW_CASES,
  denominator: PERSON_YEARS,
  interval: {
    en: '95%, exact Poisson (Garwood), of the count as shown',
    zh: '95%，精确泊松法（Garwood），按所示例数计算',
  },
  options: [],
  needsPersonYears: true,
  required: [],
  refused: NOT_OF_POPULATIONS,
  filterRefused: NOT_OF_POPULATIONS,
  answer: crudeColumns,
};
