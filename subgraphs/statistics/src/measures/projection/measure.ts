import { ageStandardisedRate } from '@nodp/biostatistics';
import type { Label } from '@nodp/graph';
import { STANDARDISED_SALTS, WEIGHTS } from '../../cases/rates.ts';
import { linesOf } from '../../projection/lines.ts';
import { periodsAsked, tooFewPeriods } from '../../projection/periods.ts';
import { projected } from '../../projection/project.ts';
import { refusal } from '../../questions/words.ts';
import { cellsIn, codesAt } from '../cells.ts';
import { digits, type Measure, type Projection } from '../measure.ts';
import { WEIGHTED_DIGITS, weightedCells } from '../weighted.ts';
import { NEW_CASES, NOT_BY_AGE, NOT_OF_POPULATIONS, PER_100_000, PERSON_YEARS } from '../words.ts';

const MOST_LINES = 24;

const wholePeriodsOnly: Label = {
  en: 'A projection is of whole periods of five years: years are neither crossed nor chosen.',
  zh: '预测按完整五年期进行：不能交叉或筛选单一年份。',
};
const STAYS: Label = {
  en: 'No population of the periods to come was given: counts expected are those of a population that stays as it was in the last period. Rates do not depend on it.',
  zh: '未提供未来时期的人口：预计例数假定人口与最后一个时期相同；率不受此影响。',
};
const GIVEN: Label = {
  en: 'Counts expected are of the population of the periods to come that the data set gives.',
  zh: '预计例数采用数据集给出的未来时期人口。',
};

/** What may be shown of a line: figures of moved counts to as many digits as those have. */
const shownOf = (line: Omit<Projection, 'codes'>, moved: boolean): Omit<Projection, 'codes'> => {
  const places = moved ? WEIGHTED_DIGITS : null;
  const of = (values: readonly number[]) => values.map((value) => digits(value, places));
  return {
    ...line,
    rates: of(line.rates),
    counts: of(line.counts),
    heldBack: line.heldBack.map((one) => ({
      ...one,
      rate: digits(one.rate, places),
      expected: digits(one.expected, places),
      observed: digits(one.observed, places),
      percentError: digits(one.percentError, 3),
    })),
  };
};

/** Age-standardised rates carried on by an age–period–cohort model (`nordpred`), checked against periods held back from it. */
export const projection: Measure = {
  group: 'PROJECTION',
  label: { en: 'Projection of the rate', zh: '率的预测' },
  ofDeaths: { en: 'Projection of the mortality rate', zh: '死亡率的预测' },
  unit: PER_100_000,
  sentence: {
    en: 'Each line is the age-standardised rate of five-year periods, carried on into periods to come by the ages, periods and cohorts seen so far (Nordpred), beside what the same method would have said of the last periods without knowing them.',
    zh: '每条线为五年期年龄标化率，按迄今观察到的年龄、时期和出生队列效应外推至未来时期（Nordpred方法），并列出同一方法在不知道最后几个时期时会给出的预测。',
  },
  limits: {
    en: 'It assumes that what changed the rates so far goes on, the yearly change losing a quarter, a half and three quarters of its strength in the periods to come. It knows nothing of a programme, a law or a risk that begins later, and is no promise.',
    zh: '假定迄今影响率的因素继续存在，其变化趋势在未来各时期依次削弱25%、50%和75%。不包含今后才出现的筛查项目、法规或危险因素，不是承诺。',
  },
  numerator: NEW_CASES,
  denominator: PERSON_YEARS,
  interval: null,
  options: ['STANDARD'],
  needsPersonYears: true,
  required: ['PERIOD'],
  refused: { ...NOT_OF_POPULATIONS, ...NOT_BY_AGE, YEAR: wholePeriodsOnly },
  filterRefused: { ...NOT_OF_POPULATIONS, ...NOT_BY_AGE, YEAR: wholePeriodsOnly },
  absent: tooFewPeriods,
  answer: async (material) => {
    const { source, question } = material;
    const { axes, chosen, events, standard } = question;
    const axis = axes.findIndex(({ dimension }) => dimension === 'PERIOD');
    const asked = axes[axis]?.values ?? [];
    const periods = periodsAsked(source, asked);
    const others = axes.filter((_, i) => i !== axis);
    if (cellsIn(others) > MOST_LINES)
      throw refusal({
        en: `Projections of ${cellsIn(others)} lines are asked. Ask for ${MOST_LINES} at most: cross fewer dimensions, or choose fewer values.`,
        zh: `所求为${cellsIn(others)}条预测线，最多${MOST_LINES}条：请减少交叉维度或所选项。`,
      });
    const { lines, laterPeriods, populationGiven, counts } = await linesOf(material, periods);
    const { cells, basis } = await weightedCells(
      source,
      events,
      { axes, chosen },
      STANDARDISED_SALTS[standard],
      [0, 18],
      (ages, lived, unknownAge) =>
        ageStandardisedRate(ages, lived, WEIGHTS[standard], { unknownAge }),
    );
    const projections = lines.flatMap(({ table, later }, line): Projection[] => {
      const input = { periods, later, laterPeriods, populationGiven, standard };
      const made = table === null ? null : projected({ ...input, table });
      if (made === null) return [];
      const codes = codesAt(others, line);
      const shown = shownOf(made, source.protection === 'MOVED');
      return [
        {
          ...shown,
          // Places are those of the table's axis, which may have periods that are not whole.
          heldBack: shown.heldBack.map((one) => ({
            ...one,
            place: asked.findIndex(({ code }) => code === periods[one.place]?.code),
          })),
          codes: others.map(({ dimension }) => codes.get(dimension) as string),
        },
      ];
    });
    const none: Label = {
      en: `${lines.length - projections.length} of ${lines.length} lines have too few cases, or a period without person-years, and are not projected.`,
      zh: `${lines.length}条线中有${lines.length - projections.length}条因病例过少或某时期无人年数而未作预测。`,
    };
    return {
      cells: cells.map(({ cell }) => cell),
      counts,
      population: basis,
      projections,
      notes: [
        populationGiven ? GIVEN : STAYS,
        ...(projections.length < lines.length ? [none] : []),
      ],
    };
  },
};
