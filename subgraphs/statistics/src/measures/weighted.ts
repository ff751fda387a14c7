import type { Estimate } from '@nodp/biostatistics';
import { movedRate, type Salts } from '../cases/moved-rate.ts';
import type { Source } from '../sources/source.ts';
import type { AgeSpan, Selection } from './cells.ts';
import {
  type Cell,
  type Columns,
  digits,
  type Events,
  type Material,
  noFigure,
} from './measure.ts';
import { type RateCell, rateCells } from './rate-cells.ts';

/** Significant digits of a rate that was moved by itself. */
export const WEIGHTED_DIGITS = 3;

/** An estimate from cases and person-years by 18 ages. */
export type ByAgeEstimate = (
  ages: Float64Array,
  lived: Float64Array,
  unknownAge: number,
) => Estimate;

/**
 * Whether nobody lived in an age group that the figure needs. One that takes all ages closes with the last group in which
 * somebody did, as a registry does that knows its oldest together.
 */
const hasGap = (lived: Float64Array, [from, to]: AgeSpan): boolean => {
  const last = lived.findLastIndex((years) => years > 0);
  return last < from || lived.subarray(from, to >= lived.length ? last + 1 : to).includes(0);
};

/** A figure as it may be shown, with what it is made of. */
export interface WeightedCell {
  readonly cell: Cell;
  /** As shown, for figures that are made of it; null where nothing is shown. */
  readonly estimate: Estimate | null;
}

const rounded = (
  { estimate, standardError, lower, upper }: Estimate,
  places: number | null,
): Estimate => ({
  estimate: digits(estimate, places),
  standardError,
  lower: digits(lower, places),
  upper: digits(upper, places),
});

const weightedCell = (
  { of, shown, ages, unknownAge, lived, absent }: RateCell,
  { rule, protection }: Source,
  salts: Salts,
  span: AgeSpan,
  rate: ByAgeEstimate,
): WeightedCell => {
  if (lived === null) return { cell: noFigure(absent ?? 'NO_PERSON_YEARS'), estimate: null };
  const denominator = lived.reduce((a, b) => a + b, 0);
  const none = (state: Cell['state']): WeightedCell => ({
    cell: { ...noFigure(state), denominator },
    estimate: null,
  });
  if (shown.value === null) return none('SUPPRESSED');
  if (hasGap(lived, span)) return none('NO_PERSON_YEARS');
  if (ages.every((cases) => cases === 0) && unknownAge > 0) return none('TOO_FEW');
  const places = protection === 'MOVED' ? WEIGHTED_DIGITS : null;
  const exact = (a: Float64Array, unknown: number) => rate(a, lived, unknown);
  // Published counts are moved by nothing, and a rate of nought is one.
  const moved =
    protection === 'MOVED'
      ? movedRate(ages, unknownAge, of, salts, rule, exact)
      : exact(ages, unknownAge);
  if (moved === null) return none('TOO_FEW');
  const estimate = rounded(moved, places);
  const { estimate: value, lower, upper } = estimate;
  return {
    cell: { state: 'SHOWN', value, lower, upper, numerator: shown.value, denominator },
    estimate,
  };
};

/** Figures of a selection that weigh ages. @param span the ages whose cases they are of */
export const weightedCells = async (
  source: Source,
  events: Events,
  selection: Selection,
  salts: Salts,
  span: AgeSpan,
  rate: ByAgeEstimate,
): Promise<{ readonly cells: readonly WeightedCell[]; readonly basis: Columns['population'] }> => {
  const { cells, basis } = await rateCells(source, events, selection, span);
  return { cells: cells.map((cell) => weightedCell(cell, source, salts, span, rate)), basis };
};

export const weightedColumns = async (
  { source, question }: Material,
  salts: Salts,
  span: AgeSpan,
  rate: ByAgeEstimate,
): Promise<Columns> => {
  const { cells, basis } = await weightedCells(
    source,
    question.events,
    question,
    salts,
    span,
    rate,
  );
  return { cells: cells.map(({ cell }) => cell), counts: cells.length, population: basis };
};
