import { crudeRate } from '@nodp/biostatistics';
import { ofShown } from '@nodp/disclosure';
import { type Cell, type Columns, digits, type Material, noFigure } from './measure.ts';
import { type RateCell, rateCells } from './rate-cells.ts';

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** Significant digits of a rate made of a count as it is shown; all of them where counts are published. */
const CRUDE_DIGITS = 4;

/** A rate of a count as it is shown, so that it tells no more than the count. */
const cellOf = ({ shown, lived, absent }: RateCell, places: number | null): Cell => {
  if (lived === null) return noFigure(absent ?? 'NO_PERSON_YEARS');
  const personYears = total(lived);
  return (
    ofShown(shown, (count): Cell => {
      const { estimate, lower, upper } = crudeRate(count, personYears);
      return {
        state: 'SHOWN',
        value: digits(estimate, places),
        lower: digits(lower, places),
        upper: digits(upper, places),
        numerator: count,
        denominator: personYears,
      };
    }) ?? { ...noFigure('SUPPRESSED'), denominator: personYears }
  );
};

/** Cases over person-years of each cell. */
export const crudeColumns = async ({ source, question }: Material): Promise<Columns> => {
  const { cells, basis } = await rateCells(source, question.events, question, null);
  const places = source.protection === 'MOVED' ? CRUDE_DIGITS : null;
  return {
    cells: cells.map((cell) => cellOf(cell, places)),
    counts: cells.length,
    population: basis,
  };
};
