import { rateRatio, standardisedRateRatio } from '@nodp/biostatistics';
import { comparedColumns } from '../compared.ts';
import { digits, type Measure } from '../measure.ts';
import { NEW_CASES, NOT_OF_POPULATIONS, PERSON_YEARS } from '../words.ts';

/** Ratio of two rates: standardised (`standardisedRateRatio`), or of an age group (`rateRatio`). */
export const ratio: Measure = {
  group: 'COMPARISON',
  label: { en: 'Rate ratio', zh: '率比' },
  ofDeaths: { en: 'Mortality rate ratio', zh: '死亡率比' },
  unit: { en: 'times the reference', zh: '倍（与参照相比）' },
  sentence: {
    en: 'Each figure is how many times the rate of the reference the rate is: 1 means alike.',
    zh: '每个数字为该率与参照率之比，1表示相同。',
  },
  limits: {
    en: 'A difference in rates may be one of risk, of diagnosis or of registration; the figure does not tell which.',
    zh: '率的差别可能来自风险、诊断或登记，该数字不能区分其原因。',
  },
  numerator: NEW_CASES,
  denominator: PERSON_YEARS,
  interval: {
    en: '95%: of standardised rates by the delta method on the log scale, of age-specific ones exact (binomial)',
    zh: '95%：标化率按对数尺度delta法，年龄别率按精确（二项）法',
  },
  options: ['COMPARED_WITH', 'STANDARD'],
  needsPersonYears: true,
  required: [],
  refused: NOT_OF_POPULATIONS,
  filterRefused: NOT_OF_POPULATIONS,
  answer: (material) => {
    const places = material.source.protection === 'MOVED' ? 3 : null;
    return comparedColumns(material, (rate, reference, byAge) => {
      if (reference.estimate.estimate === 0 || (!byAge && rate.estimate.estimate === 0))
        return null;
      const of = ({ cell }: typeof rate) => ({
        cases: cell.numerator ?? 0,
        personYears: cell.denominator ?? 0,
      });
      const {
        ratio: value,
        lower,
        upper,
      } = byAge
        ? rateRatio(of(rate), of(reference))
        : standardisedRateRatio(rate.estimate, reference.estimate);
      return {
        value: digits(value, places),
        lower: digits(lower, places),
        upper: digits(upper, places),
      };
    });
  },
};
