import {
  type Counted,
  cellAt,
  type Disclosed,
  type DisclosureRule,
  discloseTable,
  nobody,
} from '@nodp/disclosure';
import type { Cells } from '@nodp/warehouse';
import type { StandardPopulation } from '../generated/resolvers.ts';
import { type PopulationAtRisk, personYears } from '../population/denominators.ts';
import { byAge, countedIn, totalOf } from './cells.ts';
import { NO_RATES, type RatesAnswer, ratesOf } from './rates.ts';

/** A value of a breakdown: its cases, and what its rates are of. */
export interface Row {
  readonly cells: Cells;
  /** Of whole years alone; null where there is none. */
  readonly whole: Cells | null;
  readonly atRisk: PopulationAtRisk;
  /** Persons the cases came from, both sexes and all ages; null where not known. */
  readonly persons: number | null;
  /** How many years are whole. */
  readonly years: number;
}

export interface RowAnswer {
  readonly cases: Disclosed;
  readonly rates: RatesAnswer;
}

/**
 * The rows of a table whose total is shown too, protected together with what has no row of its own.
 * @param rest cases of none of the rows
 */
export const protectRows = (
  rows: readonly Row[],
  rest: Counted,
  standard: StandardPopulation,
  rule: DisclosureRule,
): { readonly rows: readonly RowAnswer[]; readonly rest: Disclosed } => {
  const shown = discloseTable([...rows.map(({ cells }) => totalOf(cells, rule)), rest], rule);
  const whole = rows.map((row) =>
    row.whole === null ? nobody : countedIn(row.whole, row.atRisk, rule),
  );
  const wholeShown = discloseTable(whole, rule);
  return {
    rest: cellAt(shown, rows.length),
    rows: rows.map((row, i) => {
      const cases = cellAt(shown, i);
      const rates =
        cases.suppressed || row.whole === null || row.persons === null
          ? NO_RATES
          : ratesOf(
              byAge(row.whole, row.atRisk),
              whole[i] as Counted,
              cellAt(wholeShown, i),
              personYears(row.persons, row.years, row.atRisk),
              standard,
              rule,
            );
      return { cases, rates };
    }),
  };
};
