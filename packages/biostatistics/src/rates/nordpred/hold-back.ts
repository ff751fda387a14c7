import { wholeNumber } from '../../checks.ts';
import { poissonTwoSided } from '../../hypothesis/exact-two-sided.ts';
import type { AgePeriodTable } from './fit.ts';
import { type NordpredOptions, nordpred } from './nordpred.ts';

/** One held-back period. */
export type HeldBackPeriod = {
  /** Position in the table. */
  readonly period: number;
  readonly observed: number;
  readonly projected: number;
  /** 100·(projected − observed)/observed: what Møller et al. 2003 compare methods by. */
  readonly percentError: number;
  /** Exact Poisson p-value of the observed total, were the projection the truth. */
  readonly pValue: number;
};

/**
 * Projects the last periods from the ones before and compares with what came: the only honest
 * answer to how far a projection of this registry can be trusted.
 * @param heldBack how many periods to keep from the model
 * @throws {BiostatisticsError} as nordpred
 */
export function nordpredHoldBack(
  table: AgePeriodTable,
  heldBack: number,
  options: NordpredOptions,
): readonly HeldBackPeriod[] {
  const retained = table.cases.length - heldBack;
  wholeNumber('heldBack', heldBack, 1, Math.max(1, table.cases.length - 3));
  const known = {
    cases: table.cases.slice(0, retained),
    personYears: table.personYears.slice(0, retained),
  };
  const later = table.personYears.slice(retained, table.cases.length);
  const projection = nordpred(known, later, options);
  return projection.cases.map((byAge, step) => {
    const period = retained + step;
    let observed = 0;
    let projected = 0;
    for (let age = 0; age < byAge.length; age++) {
      observed += table.cases[period]?.[age] as number;
      projected += byAge[age] as number;
    }
    return {
      period,
      observed,
      projected,
      percentError: (100 * (projected - observed)) / observed,
      pValue: poissonTwoSided(observed, projected),
    };
  });
}
