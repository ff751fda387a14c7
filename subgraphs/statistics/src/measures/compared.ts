import { ageStandardisedRate, crudeRate, type Estimate } from '@nodp/biostatistics';
import { STANDARDISED_SALTS, WEIGHTS } from '../cases/rates.ts';
import type { Reference } from '../questions/question.ts';
import type { Axis } from '../sources/source.ts';
import { codesAt, EVERY_AGE, type Selection } from './cells.ts';
import { INTERVALS } from './intervals.ts';
import { type Cell, type Columns, type Material, noFigure } from './measure.ts';
import { type RateCell, rateCells } from './rate-cells.ts';
import { weightedCells } from './weighted.ts';

/** The reference's cell that each cell of a table is compared with. */
export const referenceAt = (axes: readonly Axis[], { axes: followed }: Reference) => {
  const places = followed.map(({ values }) => new Map(values.map(({ code }, i) => [code, i])));
  return (cell: number): number => {
    const codes = codesAt(axes, cell);
    return followed.reduce(
      (at, { dimension, values }, i) =>
        at * values.length + (places[i]?.get(codes.get(dimension) ?? '') ?? 0),
      0,
    );
  };
};

/** A rate as it is shown, and the count and person-years that it is of. */
export interface ShownRate {
  readonly cell: Cell;
  readonly estimate: Estimate | null;
}

const crudeShown = ({ shown, lived, absent }: RateCell): ShownRate => {
  if (lived === null) return { cell: noFigure(absent ?? 'NO_PERSON_YEARS'), estimate: null };
  if (shown.value === null) return { cell: noFigure('SUPPRESSED'), estimate: null };
  const denominator = lived.reduce((a, b) => a + b, 0);
  const estimate = crudeRate(shown.value, denominator);
  const { estimate: value, lower, upper } = estimate;
  return {
    cell: { state: 'SHOWN', value, lower, upper, numerator: shown.value, denominator },
    estimate,
  };
};

/** Rates as they are shown: age-specific where ages are crossed, else age-standardised. */
const ratesOf = async ({ source, question }: Material, selection: Selection, byAge: boolean) => {
  const { events, standard, interval } = question;
  if (byAge) {
    const { cells, basis } = await rateCells(source, events, selection, null);
    return { cells: cells.map(crudeShown), basis };
  }
  return weightedCells(
    source,
    events,
    selection,
    STANDARDISED_SALTS[standard],
    EVERY_AGE,
    (ages, lived, unknownAge) =>
      ageStandardisedRate(ages, lived, WEIGHTS[standard], {
        unknownAge,
        interval: INTERVALS[interval],
      }),
  );
};

/**
 * Each cell's rate set against its reference's. It is made of the two rates as they are shown, and tells no more than they.
 * @param compare null where the two have no ratio or difference
 */
export const comparedColumns = async (
  material: Material,
  compare: (
    rate: ShownRate & { readonly estimate: Estimate },
    reference: ShownRate & { readonly estimate: Estimate },
    byAge: boolean,
  ) => Pick<Cell, 'value' | 'lower' | 'upper'> | null,
): Promise<Columns> => {
  const { question } = material;
  const { reference, axes } = question;
  if (reference === null) throw new RangeError('There is no reference.');
  const byAge = axes.some(({ dimension }) => dimension === 'AGE');
  const own = await ratesOf(material, question, byAge);
  const other = await ratesOf(material, reference, byAge);
  const at = referenceAt(axes, reference);
  const cells = own.cells.map((rate, cell): Cell => {
    if (rate.estimate === null) return noFigure(rate.cell.state);
    const with_ = other.cells[at(cell)];
    const none: Cell = {
      ...rate.cell,
      state: 'NO_REFERENCE',
      value: null,
      lower: null,
      upper: null,
    };
    if (with_ === undefined || with_.estimate === null) return none;
    const figure = compare(
      { cell: rate.cell, estimate: rate.estimate },
      { cell: with_.cell, estimate: with_.estimate },
      byAge,
    );
    return figure === null ? none : { ...rate.cell, ...figure, state: 'SHOWN' };
  });
  return {
    cells,
    counts: own.cells.length + other.cells.length,
    population: own.basis,
  };
};
