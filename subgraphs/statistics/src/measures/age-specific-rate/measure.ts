import { crudeColumns } from '../crude.ts';
import { crude } from '../crude-rate/measure.ts';
import type { Measure } from '../measure.ts';

/** Cases of an age over person-years at that age. */
export const ageSpecific: Measure = {
  ...crude,
  label: { en: 'Age-specific rate', zh: '年龄别率' },
  ofDeaths: { en: 'Age-specific mortality rate', zh: '年龄别死亡率' },
  sentence: {
    en: 'Each figure is how many new cases came in a year for every 100,000 residents of that age group.',
    zh: '每个数字为该年龄组每10万常住居民一年内新发的病例数。',
  },
  limits: {
    en: 'Cases of unknown age are in none of the groups.',
    zh: '年龄不详的病例不计入任何年龄组。',
  },
  required: ['AGE'],
  answer: crudeColumns,
};
