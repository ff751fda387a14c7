import {
  type Counted,
  cellAt,
  type Disclosed,
  type DisclosureRule,
  discloseTable,
} from '@nodp/disclosure';
import type { Cells } from '@nodp/warehouse';
import type { StandardPopulation } from '../generated/resolvers.ts';
import type { Coverage, PopulationAtRisk, Residents } from '../registration/coverage.ts';
import { byAge, countedIn, totalOf } from './cells.ts';
import { noRates, type RatesAnswer, ratesOf } from './rates.ts';

/** A value of a breakdown: its cases, and what its rates are of. */
export interface Row {
  readonly cells: Cells;
  /** Those of them in the areas and years that rates are of. */
  readonly whole: Cells;
  readonly atRisk: PopulationAtRisk;
  /** Whose cases these are: the person-years of the same people stand below the rate. */
  readonly residents: Residents;
}

export interface RowAnswer {
  readonly cases: Disclosed;
  readonly rates: RatesAnswer;
}

/**
 * The rows of a table whose total is shown too, protected together with what has no row of its own.
 * @param rest cases of none of the rows
 * @param coverage areas and years that rates are of
 */
export const protectRows = (
  rows: readonly Row[],
  rest: Counted,
  coverage: Coverage,
  standard: StandardPopulation,
  rule: DisclosureRule,
): { readonly rows: readonly RowAnswer[]; readonly rest: Disclosed } => {
  const shown = discloseTable([...rows.map(({ cells }) => totalOf(cells, rule)), rest], rule);
  const whole = rows.map((row) => countedIn(row.whole, row.atRisk, rule));
  const wholeShown = discloseTable(whole, rule);
  const ratesOfRow = (row: Row, i: number): RatesAnswer => {
    const lived = coverage.lived(row.residents, row.atRisk);
    if (lived === null) return noRates(coverage.absent(row.residents) ?? 'NOT_REGISTERED');
    return ratesOf(
      byAge(row.whole, row.atRisk),
      whole[i] as Counted,
      cellAt(wholeShown, i),
      lived,
      standard,
      rule,
    );
  };
  return {
    rest: cellAt(shown, rows.length),
    rows: rows.map((row, i) => {
      const cases = cellAt(shown, i);
      return {
        cases,
        rates: cases.suppressed
          ? noRates(coverage.absent(row.residents) ?? 'TOO_FEW')
          : ratesOfRow(row, i),
      };
    }),
  };
};
