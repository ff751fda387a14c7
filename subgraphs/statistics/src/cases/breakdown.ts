import { type Disclosed, type DisclosureRule, discloseTable } from '@nodp/disclosure';
import type { StandardPopulation } from '../generated/resolvers.ts';
import { type PopulationAtRisk, personYears } from '../population/denominators.ts';
import { byAge, type Cells, totalOf } from './cells.ts';
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
  rest: number,
  standard: StandardPopulation,
  rule: DisclosureRule,
): { readonly rows: readonly RowAnswer[]; readonly rest: Disclosed } => {
  const shown = discloseTable([...rows.map(({ cells }) => totalOf(cells)), rest], rule);
  const whole = rows.map((row) => (row.whole === null ? null : byAge(row.whole, row.atRisk)));
  const wholeShown = discloseTable(
    whole.map((cases) => cases?.total ?? 0),
    rule,
  );
  return {
    rest: shown[rows.length] as Disclosed,
    rows: rows.map(({ atRisk, persons, years }, i) => {
      const cases = shown[i] as Disclosed;
      const counted = whole[i] ?? null;
      const rates =
        cases.suppressed || counted === null || persons === null
          ? NO_RATES
          : ratesOf(
              counted,
              wholeShown[i] as Disclosed,
              personYears(persons, years, atRisk),
              standard,
            );
      return { cases, rates };
    }),
  };
};
