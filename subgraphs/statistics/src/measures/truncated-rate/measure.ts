import { ageGroups18, truncatedRate } from '@nodp/biostatistics';
import { WEIGHTS } from '../../cases/rates.ts';
import { ageStandardised } from '../age-standardised-rate/measure.ts';
import { INTERVALS } from '../intervals.ts';
import type { Measure } from '../measure.ts';
import { TRUNCATED_SALTS } from '../salts.ts';
import { weightedColumns } from '../weighted.ts';

/** Age-standardised rate of ages 35 to 64 alone (`truncatedRate`). */
export const truncated: Measure = {
  ...ageStandardised,
  label: { en: 'Truncated rate, ages 35–64', zh: '截缩率（35–64岁）' },
  ofDeaths: { en: 'Truncated mortality rate, ages 35–64', zh: '截缩死亡率（35–64岁）' },
  sentence: {
    en: 'Each figure is the age-standardised rate of people of 35 to 64 years, in whom cancers are diagnosed and registered most surely.',
    zh: '每个数字为35至64岁人群的年龄标化率，该年龄段癌症的诊断和登记最为可靠。',
  },
  numerator: {
    en: 'new cases of 35 to 64 years among residents of areas and years that a registry covers whole',
    zh: '登记处完整覆盖地区和年份的常住居民中35–64岁新发病例',
  },
  answer: (material) => {
    const { standard, interval } = material.question;
    return weightedColumns(
      material,
      TRUNCATED_SALTS[standard],
      [7, 13],
      (ages, lived, unknownAge) =>
        truncatedRate(ages, lived, WEIGHTS[standard], ageGroups18, {
          unknownAge,
          interval: INTERVALS[interval],
        }),
    );
  },
};
