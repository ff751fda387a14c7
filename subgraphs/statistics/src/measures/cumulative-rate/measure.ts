import { ageStandardised } from '../age-standardised-rate/measure.ts';
import { cumulativeColumns } from '../cumulative.ts';
import type { Measure } from '../measure.ts';
import { PER_CENT } from '../words.ts';

/** Sum of the age-specific rates over the years from 0 to 74 (`cumulativeRate`). */
export const cumulative: Measure = {
  ...ageStandardised,
  label: { en: 'Cumulative rate, ages 0–74', zh: '累积率（0–74岁）' },
  ofDeaths: { en: 'Cumulative mortality rate, ages 0–74', zh: '累积死亡率（0–74岁）' },
  unit: PER_CENT,
  sentence: {
    en: 'Each figure adds up the rates of every year of age from 0 to 74: a standardised rate that needs no standard population.',
    zh: '每个数字为0至74岁各岁发病率之和，是无需标准人口的标化指标。',
  },
  numerator: {
    en: 'new cases of 0 to 74 years among residents of areas and years that a registry covers whole',
    zh: '登记处完整覆盖地区和年份的常住居民中0–74岁新发病例',
  },
  options: ['INTERVAL'],
  answer: (material) => cumulativeColumns(material, 'rate'),
};
