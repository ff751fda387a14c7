import { ageStandardisedRate, type Estimate } from '@nodp/biostatistics';
import { STANDARDISED_SALTS, WEIGHTS } from '../cases/rates.ts';
import { cellsIn } from '../measures/cells.ts';
import type { Columns, Material } from '../measures/measure.ts';
import { type WeightedCell, weightedCells } from '../measures/weighted.ts';
import { refusal } from '../questions/words.ts';
import type { Axis } from '../sources/source.ts';

/** Age-standardised rates of one line of a table, year by year, as they are shown. */
export interface YearlySeries {
  /** Years that have a rate above 0. */
  readonly years: readonly number[];
  readonly rates: readonly Estimate[];
  /** Every year of the axis, those without a rate too. */
  readonly cells: readonly WeightedCell[];
}

export interface YearlyRates {
  readonly axis: Axis;
  readonly lines: readonly YearlySeries[];
  readonly population: Columns['population'];
}

/** Whole ages: a trend is of age-standardised rates. */
const ALL_AGES = [0, 18] as const;

/**
 * Age-standardised rates by the axes of a question and by year. They are worked out from what is shown of them: a trend then
 * tells no more than the yearly rates.
 * @param most lines of one answer
 */
export const yearlyRates = async (
  { source, question }: Material,
  most: number,
): Promise<YearlyRates> => {
  const { axes, chosen, events, standard } = question;
  const known = source.dimensions.YEAR;
  if (known === undefined)
    throw refusal(source.absent.YEAR ?? { en: 'The source has no years.', zh: '该来源没有年份。' });
  const crossed = axes.find(({ dimension }) => dimension === 'YEAR');
  const wanted = (crossed?.values ?? known.values)
    .map(({ code }) => code)
    .filter((code) => Number.isInteger(Number(code)))
    .filter((code) => chosen.YEAR?.includes(code) ?? true);
  const axis: Axis = {
    dimension: 'YEAR',
    values: known.values.filter(({ code }) => wanted.includes(code)),
  };
  const others = axes.filter(({ dimension }) => dimension !== 'YEAR');
  const lines = cellsIn(others);
  if (lines > most)
    throw refusal({
      en: `Trends of ${lines} lines are asked. Ask for ${most} at most: cross fewer dimensions, or choose fewer values.`,
      zh: `所求为${lines}条趋势线，最多${most}条：请减少交叉维度或所选项。`,
    });
  const { YEAR: _, ...rest } = chosen;
  const { cells, basis } = await weightedCells(
    source,
    events,
    { axes: [...others, axis], chosen: rest },
    STANDARDISED_SALTS[standard],
    ALL_AGES,
    (ages, lived, unknownAge) =>
      ageStandardisedRate(ages, lived, WEIGHTS[standard], { unknownAge }),
  );
  const size = axis.values.length;
  return {
    axis,
    population: basis,
    lines: Array.from({ length: lines }, (_line, line) => {
      const ofLine = cells.slice(line * size, (line + 1) * size);
      const shown = ofLine.flatMap(({ estimate }, i) =>
        estimate !== null && estimate.estimate > 0
          ? [{ year: Number(axis.values[i]?.code), estimate }]
          : [],
      );
      return {
        years: shown.map(({ year }) => year),
        rates: shown.map(({ estimate }) => estimate),
        cells: ofLine,
      };
    }),
  };
};

/** Cases and person-years of the years that have a rate. */
export const totalsOf = ({ cells }: YearlySeries) => {
  let [numerator, denominator] = [0, 0];
  for (const { cell, estimate } of cells) {
    if (estimate === null) continue;
    numerator += cell.numerator ?? 0;
    denominator += cell.denominator ?? 0;
  }
  return { numerator, denominator };
};
