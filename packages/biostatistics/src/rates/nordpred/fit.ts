import {
  type Numbers,
  nonNegative,
  positivePersonYears,
  sameLength,
  wholeNumber,
} from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';
import { type PoissonLink, poissonRegression } from '../../numeric/index.ts';
import { chiSquareUpper } from '../../special/index.ts';

/** Cases and person-years: one array a period (oldest first), each by age group (youngest first). */
export type AgePeriodTable = {
  readonly cases: readonly Numbers[];
  readonly personYears: readonly Numbers[];
};

/** An age–period–cohort model of the last periods; periods and age groups of equal width. */
export type AgePeriodCohortFit = {
  readonly link: PoissonLink;
  /** Number of age groups of the table; the first modelled one. */
  readonly ages: number;
  readonly firstAge: number;
  /** Number of periods modelled. */
  readonly periods: number;
  /** By modelled age group. */
  readonly ageEffects: Float64Array;
  /** Linear change a period. */
  readonly drift: number;
  /** Departure from the drift by period; first and last are 0. */
  readonly periodEffects: Float64Array;
  /** By cohort, oldest (last age group, first period) first; first and last are 0. */
  readonly cohortEffects: Float64Array;
  readonly deviance: number;
  readonly residualDf: number;
  /** Chi-square of the deviance. */
  readonly goodnessOfFit: number;
};

/**
 * Age + drift·period + period + cohort, Poisson counts, on the power-5 or the log scale (Møller et
 * al., Stat Med 2003;22:2751, eq. 2). Age, period and cohort effects are not separable; as in
 * Nordpred the first and last period effects and the first and last cohort effects are set to 0.
 *
 * @param periods how many of the last periods to use, 3 or more
 * @param firstAge first age group (from 0) with cases enough to model
 * @throws {BiostatisticsError} `lengths-differ`, `zero-person-years`, `too-few`, `no-events`,
 *   `not-converged` (an age group without cases: raise firstAge)
 */
export function fitAgePeriodCohort(
  { cases, personYears }: AgePeriodTable,
  { periods, firstAge, link = 'power5' }: { periods: number; firstAge: number; link?: PoissonLink },
): AgePeriodCohortFit {
  const cells = modelledCells(cases, personYears, periods, firstAge);
  const ages = cases[0]?.length ?? 0;
  const modelled = ages - firstAge;
  const cohorts = modelled + periods - 1;
  const driftAt = modelled;
  const periodAt = driftAt + 1;
  const cohortAt = periodAt + periods - 2;
  const columns = cohortAt + cohorts - 2;
  const design = designOf(cells, columns, (cell, row) => {
    row[cell.age - firstAge] = 1;
    row[driftAt] = cell.period + 1;
    if (cell.period > 0 && cell.period < periods - 1) row[periodAt + cell.period - 1] = 1;
    if (cell.cohort > 0 && cell.cohort < cohorts - 1) row[cohortAt + cell.cohort - 1] = 1;
  });
  const fit = poissonRegression(
    design,
    columns,
    cells.map((cell) => cell.cases),
    {
      exposure: cells.map((cell) => cell.personYears),
      link,
    },
  );
  const padded = (from: number, count: number) => {
    const effects = new Float64Array(count);
    effects.set(fit.coefficients.subarray(from, from + count - 2), 1);
    return effects;
  };
  return {
    link,
    ages,
    firstAge,
    periods,
    ageEffects: fit.coefficients.slice(0, modelled),
    drift: fit.coefficients[driftAt] as number,
    periodEffects: padded(periodAt, periods),
    cohortEffects: padded(cohortAt, cohorts),
    deviance: fit.deviance,
    residualDf: fit.residualDf,
    goodnessOfFit: fit.residualDf > 0 ? chiSquareUpper(fit.deviance, fit.residualDf) : 1,
  };
}

/**
 * p-value of a bend in the period trend: age + drift + cohort against the same with period²
 * (log link). Below 0.05 Nordpred projects the slope of the last two periods, else the average.
 */
export function recentTrendPValue(
  { cases, personYears }: AgePeriodTable,
  { periods, firstAge }: { periods: number; firstAge: number },
): number {
  const cells = modelledCells(cases, personYears, periods, firstAge);
  const modelled = (cases[0]?.length ?? 0) - firstAge;
  const cohorts = modelled + periods - 1;
  const devianceOf = (bend: boolean) => {
    const cohortAt = modelled + (bend ? 2 : 1);
    const columns = cohortAt + cohorts - 2;
    const design = designOf(cells, columns, (cell, row) => {
      row[cell.age - firstAge] = 1;
      row[modelled] = cell.period + 1;
      if (bend) row[modelled + 1] = (cell.period + 1) ** 2;
      if (cell.cohort > 0 && cell.cohort < cohorts - 1) row[cohortAt + cell.cohort - 1] = 1;
    });
    return poissonRegression(
      design,
      columns,
      cells.map((cell) => cell.cases),
      {
        exposure: cells.map((cell) => cell.personYears),
      },
    ).deviance;
  };
  return chiSquareUpper(Math.max(0, devianceOf(false) - devianceOf(true)), 1);
}

type Cell = {
  readonly age: number;
  /** Among the periods modelled, from 0. */
  readonly period: number;
  /** From 0, oldest first. */
  readonly cohort: number;
  readonly cases: number;
  readonly personYears: number;
};

function modelledCells(
  cases: readonly Numbers[],
  personYears: readonly Numbers[],
  periods: number,
  firstAge: number,
): Cell[] {
  const ages = cases[0]?.length ?? 0;
  wholeNumber('periods', periods, 3);
  wholeNumber('firstAge', firstAge, 0, Math.max(0, ages - 2));
  if (cases.length < periods || personYears.length < cases.length) {
    throw new BiostatisticsError(
      'too-few',
      'cases',
      `${cases.length} periods of cases, ${personYears.length} of person-years; ${periods} of both are needed`,
    );
  }
  const skipped = cases.length - periods;
  const cells: Cell[] = [];
  for (let period = 0; period < periods; period++) {
    const counts = cases[skipped + period] as Numbers;
    const years = personYears[skipped + period] as Numbers;
    sameLength({
      'the first period': cases[0],
      'cases of a period': counts,
      'its person-years': years,
    });
    nonNegative('cases', counts);
    positivePersonYears('personYears', Array.prototype.slice.call(years, firstAge) as number[]);
    for (let age = firstAge; age < ages; age++) {
      cells.push({
        age,
        period,
        cohort: ages - 1 - age + period,
        cases: counts[age] as number,
        personYears: years[age] as number,
      });
    }
  }
  return cells;
}

function designOf(
  cells: readonly Cell[],
  columns: number,
  fill: (cell: Cell, row: Float64Array) => void,
): Float64Array {
  const design = new Float64Array(cells.length * columns);
  for (const [i, cell] of cells.entries()) {
    fill(cell, design.subarray(i * columns, (i + 1) * columns));
  }
  return design;
}
