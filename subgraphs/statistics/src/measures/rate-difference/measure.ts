import { rateDifference } from '@nodp/biostatistics';
import { comparedColumns } from '../compared.ts';
import { digits, type Measure } from '../measure.ts';
import { ratio } from '../rate-ratio/measure.ts';
import { PER_100_000 } from '../words.ts';

/** Difference of two rates (`rateDifference`). */
export const difference: Measure = {
  ...ratio,
  label: { en: 'Rate difference', zh: '率差' },
  ofDeaths: { en: 'Mortality rate difference', zh: '死亡率差' },
  unit: PER_100_000,
  sentence: {
    en: 'Each figure is by how much the rate is above that of the reference; below it, it is negative.',
    zh: '每个数字为该率高出参照率的数值，低于参照时为负。',
  },
  interval: {
    en: '95%, from the intervals of both rates (MOVER, Zou and Donner 2008)',
    zh: '95%，由两个率的区间得出（MOVER法，Zou和Donner，2008）',
  },
  options: ['COMPARED_WITH', 'STANDARD', 'INTERVAL'],
  answer: (material) => {
    const places = material.source.protection === 'MOVED' ? 3 : null;
    return comparedColumns(material, (rate, reference) => {
      const { estimate, lower, upper } = rateDifference(rate.estimate, reference.estimate);
      return {
        value: digits(estimate, places),
        lower: digits(lower, places),
        upper: digits(upper, places),
      };
    });
  },
};
