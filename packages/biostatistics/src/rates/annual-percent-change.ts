import { confidenceLevel, finite, type Numbers, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { leastSquares, poissonRegression } from '../numeric/index.ts';
import {
  normalMultiplier,
  normalTwoSided,
  studentMultiplier,
  studentTwoSided,
} from '../special/index.ts';
import type { Interval } from './interval.ts';

export type AnnualPercentChange = Interval & {
  /** 100·(e^slope − 1), per cent a year. */
  readonly percent: number;
  /** Change of ln rate a year, and its standard error. */
  readonly slope: number;
  readonly slopeError: number;
  /** Two-sided, of no change. */
  readonly pValue: number;
};

/**
 * Estimated annual percentage change from rates: least squares of ln(rate) on year, t with n − 2
 * degrees of freedom (Boyle & Parkin 1991, ch. 11; SEER's EAPC).
 * @param weights 1/variance of ln(rate), when the years are not equally precise
 * @throws {BiostatisticsError} `lengths-differ`, `too-few` (fewer than 3 years), `out-of-range`
 *   (a rate of 0 has no logarithm: use annualPercentChangeOfCounts), `singular` (one year only)
 */
export function annualPercentChange(
  years: Numbers,
  rates: Numbers,
  { weights, level = 0.95 }: { weights?: Numbers; level?: number } = {},
): AnnualPercentChange {
  sameLength({ years, rates, weights });
  finite('years', years);
  confidenceLevel(level);
  enoughYears(years);
  const logs = Float64Array.from({ length: rates.length }, (_, index) => {
    const rate = rates[index] as number;
    if (rate > 0 && rate < Infinity) return Math.log(rate);
    throw new BiostatisticsError(
      'out-of-range',
      { argument: 'rates', index },
      `is ${rate}; a log-linear trend needs rates above 0`,
    );
  });
  const fit = leastSquares(line(years), 2, logs, weights === undefined ? {} : { weights });
  const df = years.length - 2;
  const slope = fit.coefficients[1] as number;
  const slopeError = Math.sqrt(
    (fit.residualSumOfSquares / df) * (fit.unscaledCovariance[3] as number),
  );
  return change(
    slope,
    slopeError,
    studentMultiplier(level, df),
    studentTwoSided(slope / slopeError, df),
  );
}

/**
 * The same from counts: Poisson regression with ln(person-years) as offset, normal interval. Uses
 * each year for what it is worth and copes with years without cases (IARC's csu_eapc).
 * @throws {BiostatisticsError} `too-few`, `zero-person-years`, `no-events`, `not-converged`
 */
export function annualPercentChangeOfCounts(
  years: Numbers,
  cases: Numbers,
  personYears: Numbers,
  { level = 0.95 }: { level?: number } = {},
): AnnualPercentChange {
  sameLength({ years, cases, personYears });
  finite('years', years);
  confidenceLevel(level);
  enoughYears(years);
  const fit = poissonRegression(line(years), 2, cases, { exposure: personYears });
  const slope = fit.coefficients[1] as number;
  const slopeError = Math.sqrt(fit.covariance[3] as number);
  return change(slope, slopeError, normalMultiplier(level), normalTwoSided(slope / slopeError));
}

function change(
  slope: number,
  slopeError: number,
  multiplier: number,
  pValue: number,
): AnnualPercentChange {
  const percent = (x: number) => 100 * Math.expm1(x);
  return {
    percent: percent(slope),
    lower: percent(slope - multiplier * slopeError),
    upper: percent(slope + multiplier * slopeError),
    slope,
    slopeError,
    pValue,
  };
}

/** Intercept and year, the year counted from the first so that the columns are far from parallel. */
function line(years: Numbers): Float64Array {
  const design = new Float64Array(2 * years.length);
  for (let i = 0; i < years.length; i++) {
    design[2 * i] = 1;
    design[2 * i + 1] = (years[i] as number) - (years[0] as number);
  }
  return design;
}

function enoughYears(years: Numbers): void {
  if (years.length < 3) {
    throw new BiostatisticsError('too-few', 'years', `${years.length} years; a trend needs 3`);
  }
}
