import { joinedTrend, shownChange } from '../../trends/joins.ts';
import { totalsOf, yearlyRates } from '../../trends/series.ts';
import { NO_TREND_MEANS, NOT_BY_YEARS, PER_CENT_A_YEAR } from '../../trends/words.ts';
import { type Cell, type Measure, noFigure } from '../measure.ts';
import { NEW_CASES, NOT_BY_AGE, NOT_OF_POPULATIONS, PERSON_YEARS } from '../words.ts';

/** Lines of one answer: each is a search over all sets of joins. */
const MOST_LINES = 120;

const refused = { ...NOT_OF_POPULATIONS, ...NOT_BY_AGE, ...NOT_BY_YEARS };

/** Average annual percent change of joined trends (`averageAnnualPercentChange`). */
export const aapc: Measure = {
  group: 'TRENDS',
  label: { en: 'Average annual percent change', zh: '平均年度变化百分比（AAPC）' },
  ofDeaths: {
    en: 'Average annual percent change of mortality',
    zh: '死亡率平均年度变化百分比（AAPC）',
  },
  unit: PER_CENT_A_YEAR,
  sentence: {
    en: 'Each figure is by how many percent a year the age-standardised rate rose or fell on average, its trend being straight lines that meet where it changed.',
    zh: '每个数字为年龄标化率平均每年上升或下降的百分比，其趋势由在转折年相接的线段组成。',
  },
  limits: NO_TREND_MEANS,
  numerator: NEW_CASES,
  denominator: PERSON_YEARS,
  interval: {
    en: '95%, of the slopes weighed by the years of each line (Clegg et al. 2009)',
    zh: '95%，按各线段年数加权的斜率区间（Clegg等，2009）',
  },
  options: ['STANDARD', 'JOINS', 'SELECTION'],
  needsPersonYears: true,
  required: [],
  refused,
  filterRefused: { ...NOT_OF_POPULATIONS, ...NOT_BY_AGE },
  answer: async (material) => {
    const { joins, selection } = material.question;
    const { lines, population, axis } = await yearlyRates(material, MOST_LINES);
    const cells = await Promise.all(
      lines.map(async (line): Promise<Cell> => {
        const totals = totalsOf(line);
        const trend = await joinedTrend(line, joins, selection);
        if (trend === null)
          return { ...noFigure('TOO_FEW'), ...(totals.denominator > 0 ? totals : {}) };
        const { percent, lower, upper } = shownChange(trend.average);
        return { state: 'SHOWN', value: percent, lower, upper, ...totals };
      }),
    );
    return { cells, counts: lines.length * axis.values.length, population };
  },
};
