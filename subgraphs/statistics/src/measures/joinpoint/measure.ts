import type { Label } from '@nodp/graph';
import { listed } from '../../questions/words.ts';
import type { Axis } from '../../sources/source.ts';
import { joinedTrend, shownChange, trendNote } from '../../trends/joins.ts';
import { yearlyRates } from '../../trends/series.ts';
import { NO_TREND_MEANS, NOT_BY_PERIOD } from '../../trends/words.ts';
import { cellsIn, codesAt } from '../cells.ts';
import { type Cell, digits, type Measure, noFigure } from '../measure.ts';
import { placeOf } from '../one-axis.ts';
import { WEIGHTED_DIGITS } from '../weighted.ts';
import { NEW_CASES, NOT_BY_AGE, NOT_OF_POPULATIONS, PER_100_000, PERSON_YEARS } from '../words.ts';

/** Lines of one answer: each is a search over all sets of joins. */
const MOST_LINES = 60;

/** Lines whose changes are said in words. */
const MOST_NOTES = 12;

/** What a line is of; null of the only one. */
const nameOf = (axes: readonly Axis[], codes: readonly string[]): Label | null =>
  axes.length === 0
    ? null
    : listed(
        axes.flatMap(({ values }, i) =>
          values.filter(({ code }) => code === codes[i]).map(({ label }) => label),
        ),
      );

const refused = { ...NOT_OF_POPULATIONS, ...NOT_BY_AGE, ...NOT_BY_PERIOD };

/** Age-standardised rates as joined straight lines have them (`joinpoint`), with the lines. */
export const joinpoint: Measure = {
  group: 'TRENDS',
  label: { en: 'Joined trend of the rate', zh: '率的分段趋势（Joinpoint）' },
  ofDeaths: { en: 'Joined trend of the mortality rate', zh: '死亡率的分段趋势（Joinpoint）' },
  unit: PER_100_000,
  sentence: {
    en: 'Each line is the age-standardised rate as straight lines on the scale of its logarithm have it, which meet in the years where the trend changed.',
    zh: '每条线为年龄标化率在对数尺度上的分段直线拟合，各段在趋势转折的年份相接。',
  },
  limits: NO_TREND_MEANS,
  numerator: NEW_CASES,
  denominator: PERSON_YEARS,
  interval: null,
  options: ['STANDARD', 'JOINS', 'SELECTION'],
  needsPersonYears: true,
  required: ['YEAR'],
  refused,
  filterRefused: { ...NOT_OF_POPULATIONS, ...NOT_BY_AGE },
  answer: async (material) => {
    const { axes, joins, selection } = material.question;
    const { lines, population, axis } = await yearlyRates(material, MOST_LINES);
    const places = placeOf(axes, 'YEAR');
    const asked = axes.find(({ dimension }) => dimension === 'YEAR')?.values ?? [];
    const others = axes.filter(({ dimension }) => dimension !== 'YEAR');
    const cells = new Array<Cell>(cellsIn(axes));
    const trends = await Promise.all(
      lines.map(async (line, number) => {
        const trend = await joinedTrend(line, joins, selection);
        const fitted = new Map(
          line.years.map((year, i) => [year, Math.exp(trend?.joinpoint.fit.fitted[i] ?? 0)]),
        );
        asked.forEach(({ code }, i) => {
          const at = axis.values.findIndex((value) => value.code === code);
          const cell = line.cells[at]?.cell ?? noFigure('NOT_APPLICABLE');
          const value = trend === null ? undefined : fitted.get(Number(code));
          cells[places(number, i)] =
            value === undefined
              ? { ...cell, ...(cell.state === 'SHOWN' && noFigure('TOO_FEW')) }
              : { ...cell, value: digits(value, WEIGHTED_DIGITS), lower: null, upper: null };
        });
        return trend === null
          ? null
          : {
              codes: others.map(
                ({ dimension }) => codesAt(others, number).get(dimension) as string,
              ),
              joins: trend.joinpoint.joins,
              segments: trend.joinpoint.segments.map(shownChange),
              average: shownChange(trend.average),
              observed: asked.map(
                ({ code }) =>
                  line.cells[axis.values.findIndex((value) => value.code === code)]?.estimate
                    ?.estimate ?? null,
              ),
            };
      }),
    );
    return {
      cells,
      counts: cells.length,
      population,
      trends: trends.filter((trend) => trend !== null),
      notes: trends
        .flatMap((trend) => trend ?? [])
        .slice(0, MOST_NOTES)
        .map(({ codes, segments, average }) => trendNote(nameOf(others, codes), segments, average)),
    };
  },
};
