import type { Estimate } from '@nodp/biostatistics';
import { movedRate, type Salts } from '../cases/moved-rate.ts';
import type { Source } from '../sources/source.ts';
import { type RateCell, rateCells, type Selection } from './cells.ts';
import {
  type Cell,
  type Columns,
  digits,
  type Events,
  type Material,
  noFigure,
} from './measure.ts';

/** Significant digits of a rate that was moved by itself. */
const WEIGHTED_DIGITS = 3;

/** An estimate from cases and person-years by 18 ages. */
export type ByAgeEstimate = (
  ages: Float64Array,
  lived: Float64Array,
  unknownAge: number,
) => Estimate;

/** Ages within the figure where nobody lived, though somebody older did: no rate of that age exists. */
const hasGap = (lived: Float64Array, [from, to]: readonly [number, number]): boolean => {
  let last = lived.length - 1;
  while (last >= 0 && lived[last] === 0) last--;
  return lived.subarray(from, Math.min(to, last + 1)).includes(0) || last < from;
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
  groups: readonly [number, number],
  rate: ByAgeEstimate,
): WeightedCell => {
  if (lived === null) return { cell: noFigure(absent ?? 'NO_PERSON_YEARS'), estimate: null };
  const denominator = lived.reduce((a, b) => a + b, 0);
  const none = (state: Cell['state']): WeightedCell => ({
    cell: { ...noFigure(state), denominator },
    estimate: null,
  });
  if (shown.value === null) return none('SUPPRESSED');
  if (hasGap(lived, groups)) return none('NO_PERSON_YEARS');
  if (of.count === unknownAge && of.count > 0) return none('TOO_FEW');
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

/** Figures of a selection that weigh ages. @param groups first age group that counts, and the one after the last */
export const weightedCells = async (
  source: Source,
  events: Events,
  selection: Selection,
  salts: Salts,
  groups: readonly [number, number],
  rate: ByAgeEstimate,
): Promise<{ readonly cells: readonly WeightedCell[]; readonly basis: Columns['population'] }> => {
  const { cells, basis } = await rateCells(source, events, selection, true);
  return { cells: cells.map((cell) => weightedCell(cell, source, salts, groups, rate)), basis };
};

export const weightedColumns = async (
  { source, question }: Material,
  salts: Salts,
  groups: readonly [number, number],
  rate: ByAgeEstimate,
): Promise<Columns> => {
  const { cells, basis } = await weightedCells(
    source,
    question.events,
    question,
    salts,
    groups,
    rate,
  );
  return { cells: cells.map(({ cell }) => cell), counts: cells.length, population: basis };
};
