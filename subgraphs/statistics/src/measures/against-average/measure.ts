import { rateRatio } from '@nodp/biostatistics';
import { UNKNOWN } from '../../sources/values.ts';
import { cellsIn, countedAt, impossibleBy, protectedCells } from '../cells.ts';
import { type Cell, type Measure, noFigure } from '../measure.ts';
import { placeOf } from '../one-axis.ts';

/** Years whose mean a year is set against, and fewest of them that have to be shown. */
const YEARS_BEFORE = 5;
const LEAST_YEARS = 3;

/** One decimal: per cent of the mean, and the mean itself. */
const rounded = (value: number): number => Number(value.toFixed(1));

/** A year against the years before it, all as they are shown. */
const against = (cases: number, before: readonly number[]): Cell => {
  const sum = before.reduce((a, b) => a + b, 0);
  const denominator = rounded(sum / before.length);
  if (before.length < LEAST_YEARS || sum === 0)
    return { ...noFigure('NO_REFERENCE'), numerator: cases };
  const { ratio, lower, upper } = rateRatio(
    { cases, personYears: 1 },
    { cases: sum, personYears: before.length },
  );
  return {
    state: 'SHOWN',
    value: rounded(100 * ratio),
    lower: rounded(100 * lower),
    upper: rounded(100 * upper),
    numerator: cases,
    denominator,
  };
};

/**
 * Historic averages: cases of each year over the mean of the five before it (Bray and Parkin, Eur J Cancer 2009;45:747–755).
 * Made of counts as they are shown, so that it tells no more than they.
 */
export const againstAverage: Measure = {
  group: 'QUALITY',
  label: { en: 'Cases against the years before', zh: '病例数与往年均值之比' },
  ofDeaths: { en: 'Deaths against the years before', zh: '死亡数与往年均值之比' },
  unit: { en: '% of the mean of five years', zh: '%（前五年均值=100）' },
  sentence: {
    en: 'Each figure is how many cases a year had for every hundred of the mean of the five years before it: near 100 the registry is stable.',
    zh: '每个数字为当年病例数占此前五年均值的百分比，接近100表示登记稳定。',
  },
  limits: {
    en: 'A fall may be cases that are still to come: the latest year is seldom whole. Populations that grow or age, and hospitals that join, raise it.',
    zh: '偏低可能是病例尚未报全，最近一年通常不完整；人口增长、老龄化及新机构接入会使其升高。',
  },
  numerator: { en: 'cases of the year', zh: '当年病例' },
  denominator: {
    en: 'mean of the five years before that are shown (three at least)',
    zh: '此前五年中可显示年份（至少三年）的均值',
  },
  interval: {
    en: '95%, exact (binomial), of counts as shown',
    zh: '95%，精确（二项）法，按所示例数计算',
  },
  options: [],
  needsPersonYears: false,
  required: ['YEAR'],
  refused: {},
  answer: async ({ source, question: { axes, chosen, events } }) => {
    const counts = await source.count({
      ...{ events, axes, chosen },
      ...{ sexes: false, ages: false, registered: false },
    });
    const size = cellsIn(axes);
    const shown = protectedCells(
      source,
      axes,
      Array.from({ length: size }, (_, cell) => countedAt(source, counts, cell)),
    );
    const years = axes.find(({ dimension }) => dimension === 'YEAR')?.values ?? [];
    const place = placeOf(axes, 'YEAR');
    const impossible = impossibleBy({ axes, chosen });
    const cells = Array.from({ length: size }, () => noFigure('NOT_APPLICABLE'));
    for (let line = 0; line < size / years.length; line++)
      years.forEach(({ code }, at) => {
        const cell = place(line, at);
        if (code === UNKNOWN || impossible(cell)) return;
        const { value } = shown[cell] as (typeof shown)[number];
        const before = years.flatMap((year, i) => {
          const distance = Number(code) - Number(year.code);
          return distance >= 1 && distance <= YEARS_BEFORE
            ? (shown[place(line, i)]?.value ?? [])
            : [];
        });
        cells[cell] = value === null ? noFigure('SUPPRESSED') : against(value, before);
      });
    return { cells, counts: size, population: null };
  },
};
