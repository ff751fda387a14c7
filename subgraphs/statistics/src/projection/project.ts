import {
  type AgePeriodTable,
  ageStandardisedRate,
  BiostatisticsError,
  nordpred,
  nordpredHoldBack,
} from '@nodp/biostatistics';
import { WEIGHTS } from '../cases/rates.ts';
import type { StandardPopulation } from '../generated/resolvers.ts';
import type { HeldBack, Projection } from '../measures/measure.ts';
import type { Value } from '../sources/source.ts';
import { AGE_VALUES } from '../sources/values.ts';
import { LEAST_PERIODS } from './periods.ts';

/** An age group is modelled from the first after which all have so many cases, all periods together. */
const LEAST_CASES = 10;
const MOST_HELD_BACK = 2;

/** What a line is projected from: counts as they are shown, and person-years, by period and 18 ages. */
export interface ProjectionInput {
  readonly table: AgePeriodTable;
  readonly periods: readonly Value[];
  /** Person-years of the periods to come. */
  readonly later: readonly Float64Array[];
  readonly laterPeriods: readonly Value[];
  readonly populationGiven: boolean;
  readonly standard: StandardPopulation;
}

const totalAt = ({ cases }: AgePeriodTable, age: number): number =>
  cases.reduce((sum, ages) => sum + (ages[age] as number), 0);

const firstModelled = (table: AgePeriodTable): number => {
  const ages = AGE_VALUES.length - 1;
  let first = ages;
  while (first > 0 && totalAt(table, first - 1) >= LEAST_CASES) first--;
  return first;
};

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

/** Without the last periods. */
const knownBefore = ({ cases, personYears }: AgePeriodTable, retained: number): AgePeriodTable => ({
  cases: cases.slice(0, retained),
  personYears: personYears.slice(0, retained),
});

/**
 * Nordpred of one line, with what it would have said of its last periods. Null where there are too few cases for the model.
 * As in the authors' example the group after the first modelled one is the first to be projected.
 */
export const projected = ({
  table,
  periods,
  later,
  laterPeriods,
  populationGiven,
  standard,
}: ProjectionInput): Omit<Projection, 'codes'> | null => {
  const first = firstModelled(table);
  const options = { firstModelledAge: first, firstProjectedAge: first + 1 };
  const rateOf = (cases: Float64Array, lived: ArrayLike<number>) =>
    ageStandardisedRate(cases, lived, WEIGHTS[standard]).estimate;
  if (first + 2 >= AGE_VALUES.length - 1) return null;
  try {
    const { cases, fit, recent } = nordpred(table, later, options);
    const held = Math.min(MOST_HELD_BACK, periods.length - LEAST_PERIODS);
    return {
      periods: laterPeriods.map(({ label }) => label),
      rates: cases.map((ages, i) => rateOf(ages, later[i] as Float64Array)),
      counts: cases.map(sum),
      populationGiven,
      periodsUsed: fit.periods,
      goodnessOfFit: fit.goodnessOfFit,
      recentTrend: recent,
      fromAge: (AGE_VALUES[first] as Value).label,
      heldBack: held < 1 ? [] : heldBackOf(table, periods, held, options, rateOf),
    };
  } catch (error) {
    if (error instanceof BiostatisticsError) return null;
    throw error;
  }
};

const heldBackOf = (
  table: AgePeriodTable,
  periods: readonly Value[],
  held: number,
  options: { firstModelledAge: number; firstProjectedAge: number },
  rateOf: (cases: Float64Array, lived: ArrayLike<number>) => number,
): HeldBack[] => {
  const retained = periods.length - held;
  const lived = table.personYears.slice(retained);
  const { cases } = nordpred(knownBefore(table, retained), lived, options);
  return nordpredHoldBack(table, held, options).map(
    ({ period, observed, projected: expected, percentError, pValue }, i) => ({
      period: (periods[period] as Value).label,
      place: period,
      rate: rateOf(cases[i] as Float64Array, lived[i] as ArrayLike<number>),
      ...{ observed, expected, percentError, pValue },
    }),
  );
};
