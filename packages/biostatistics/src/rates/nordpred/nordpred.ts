import { inRange, type Numbers, nonNegative } from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';
import type { PoissonLink } from '../../numeric/index.ts';
import {
  type AgePeriodCohortFit,
  type AgePeriodTable,
  fitAgePeriodCohort,
  recentTrendPValue,
} from './fit.ts';

export type NordpredOptions = {
  /** First age group (from 0) in the model: the youngest with about 10 cases over the periods. */
  readonly firstModelledAge: number;
  /** First age group projected by the model; younger ones keep the mean of the last two periods. */
  readonly firstProjectedAge?: number;
  /** Periods the model may rest on; the most that fits (p ≥ 0.01) is taken. 4 to 6 unless told. */
  readonly periods?: readonly number[];
  /** Slope of the last two periods rather than the average; by the test of a bend unless told. */
  readonly recent?: boolean;
  /** Share of the drift taken away in each future period. */
  readonly cuts?: readonly number[];
  readonly link?: PoissonLink;
};

export type NordpredProjection = {
  /** Expected cases, one array a future period, by age group. */
  readonly cases: readonly Float64Array[];
  readonly fit: AgePeriodCohortFit;
  readonly recent: boolean;
  /** p-value of a bend in the trend, behind `recent`. */
  readonly recentPValue: number;
};

const defaultCuts = [0, 0.25, 0.5, 0.75, 0.75];

/**
 * Projection of cases by Nordpred (Møller et al., Stat Med 2003;22:2751; Eur J Cancer Prev
 * 2002;11 Suppl 1): a power-5 age–period–cohort model of five-year periods, its drift cut by 0, 25,
 * 50, 75 and 75 % in the periods to come. Cohorts too young to have been modelled take the effect
 * of the youngest one seen in the projected ages. Agrees with the authors' R functions.
 *
 * @param table observed cases and person-years, five-year periods by five-year age groups
 * @param futurePersonYears one array a future period, by age group; at most as many as `cuts`
 * @throws {BiostatisticsError} as fitAgePeriodCohort; `lengths-differ`, `out-of-range`, `too-few`
 */
export function nordpred(
  table: AgePeriodTable,
  futurePersonYears: readonly Numbers[],
  options: NordpredOptions,
): NordpredProjection {
  const { firstModelledAge, cuts = defaultCuts } = options;
  const firstProjectedAge = options.firstProjectedAge ?? firstModelledAge;
  checkFuture(table, futurePersonYears, cuts);
  const ages = table.cases[0]?.length ?? 0;
  inRange('firstProjectedAge', firstProjectedAge, firstModelledAge, ages - 1);
  const fit = chooseFit(table, options);
  const base = { periods: fit.periods, firstAge: firstModelledAge };
  const recentPValue = recentTrendPValue(table, base);
  const recent = options.recent ?? recentPValue < 0.05;

  const lastBend = fit.periodEffects[fit.periods - 2] as number;
  const yearlyDrift = recent ? fit.drift - lastBend : fit.drift;
  // The youngest cohort with any projected age group seen.
  const youngest = ages - 1 - firstProjectedAge + fit.periods - 1;
  let drifted = 0;
  const cases = futurePersonYears.map((personYears, step) => {
    drifted += 1 - (cuts[step] as number);
    return Float64Array.from({ length: ages }, (_, age) => {
      if (age < firstProjectedAge) return meanOfLastTwo(table, age) * (personYears[age] as number);
      const cohort = Math.min(youngest, ages - 1 - age + fit.periods + step);
      const predictor =
        (fit.ageEffects[age - firstModelledAge] as number) +
        fit.drift * fit.periods +
        yearlyDrift * drifted +
        (fit.cohortEffects[cohort] as number);
      const rate = fit.link === 'log' ? Math.exp(predictor) : Math.max(0, predictor) ** 5;
      return rate * (personYears[age] as number);
    });
  });
  return { cases, fit, recent, recentPValue };
}

/** The most periods on which the model fits; the fewest allowed when it fits on none. */
function chooseFit(
  table: AgePeriodTable,
  { firstModelledAge: firstAge, periods, link = 'power5' }: NordpredOptions,
): AgePeriodCohortFit {
  const observed = table.cases.length;
  const allowed = [...(periods ?? [4, 5, 6].map((count) => Math.min(count, observed)))];
  const candidates = [...new Set(allowed)].sort((a, b) => b - a);
  if (candidates.length === 0)
    throw new BiostatisticsError('empty', 'periods', 'name at least one');
  for (const count of candidates) {
    // Nordpred judges the fit on the power-5 scale, whatever the link of the projection.
    const judged = fitAgePeriodCohort(table, { periods: count, firstAge });
    if (judged.goodnessOfFit >= 0.01 || count === candidates.at(-1)) {
      return link === 'power5'
        ? judged
        : fitAgePeriodCohort(table, { periods: count, firstAge, link });
    }
  }
  throw new BiostatisticsError('not-converged', 'periods', 'no candidate was fitted');
}

function meanOfLastTwo({ cases, personYears }: AgePeriodTable, age: number): number {
  let sum = 0;
  for (const period of [cases.length - 1, cases.length - 2]) {
    const years = personYears[period]?.[age] as number;
    // Nobody of that age: no cases either.
    if (years > 0) sum += (cases[period]?.[age] as number) / years;
  }
  return sum / 2;
}

function checkFuture(
  table: AgePeriodTable,
  future: readonly Numbers[],
  cuts: readonly number[],
): void {
  const ages = table.cases[0]?.length ?? 0;
  if (future.length === 0 || future.length > cuts.length) {
    throw new BiostatisticsError(
      'out-of-range',
      'futurePersonYears',
      `${future.length} future periods for ${cuts.length} cuts of the drift`,
    );
  }
  for (const cut of cuts) inRange('cuts', cut, 0, 1);
  for (const [index, personYears] of future.entries()) {
    nonNegative('futurePersonYears', personYears);
    if (personYears.length !== ages) {
      throw new BiostatisticsError(
        'lengths-differ',
        { argument: 'futurePersonYears', index },
        `has ${personYears.length} age groups where cases have ${ages}`,
      );
    }
  }
}
