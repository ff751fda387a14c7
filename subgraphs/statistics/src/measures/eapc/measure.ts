import { annualPercentChange } from '@nodp/biostatistics';
import { totalsOf, yearlyRates } from '../../trends/series.ts';
import { NO_TREND_MEANS, NOT_BY_YEARS, PER_CENT_A_YEAR } from '../../trends/words.ts';
import { type Cell, type Measure, noFigure } from '../measure.ts';
import { NEW_CASES, NOT_BY_AGE, NOT_OF_POPULATIONS, PERSON_YEARS } from '../words.ts';

const MOST_LINES = 600;
/** A straight line through fewer years has no error to be judged by. */
const LEAST_YEARS = 3;

const refused = { ...NOT_OF_POPULATIONS, ...NOT_BY_AGE, ...NOT_BY_YEARS };
const rounded = (value: number): number => Number(value.toFixed(2));

/** Estimated annual percent change of the age-standardised rate (`annualPercentChange`). */
export const eapc: Measure = {
  group: 'TRENDS',
  label: { en: 'Estimated annual percent change', zh: '估计年度变化百分比（EAPC）' },
  ofDeaths: {
    en: 'Estimated annual percent change of mortality',
    zh: '死亡率估计年度变化百分比（EAPC）',
  },
  unit: PER_CENT_A_YEAR,
  sentence: {
    en: 'Each figure is by how many percent a year the age-standardised rate rose or fell, as one straight line through all years has it.',
    zh: '每个数字为以一条直线拟合全部年份时，年龄标化率每年上升或下降的百分比。',
  },
  limits: NO_TREND_MEANS,
  numerator: NEW_CASES,
  denominator: PERSON_YEARS,
  interval: {
    en: '95%, t of the line through the logarithms of the yearly rates (Boyle and Parkin 1991)',
    zh: '95%，各年率对数的线性回归t区间（Boyle和Parkin，1991）',
  },
  options: ['STANDARD'],
  needsPersonYears: true,
  required: [],
  refused,
  filterRefused: { ...NOT_OF_POPULATIONS, ...NOT_BY_AGE },
  answer: async (material) => {
    const { lines, population, axis } = await yearlyRates(material, MOST_LINES);
    const cells = lines.map((line): Cell => {
      const totals = totalsOf(line);
      if (line.years.length < LEAST_YEARS)
        return { ...noFigure('TOO_FEW'), ...(totals.denominator > 0 ? totals : {}) };
      const { percent, lower, upper } = annualPercentChange(
        line.years,
        line.rates.map(({ estimate }) => estimate),
      );
      return {
        state: 'SHOWN',
        value: rounded(percent),
        lower: rounded(lower),
        upper: rounded(upper),
        ...totals,
      };
    });
    return { cells, counts: lines.length * axis.values.length, population };
  },
};
