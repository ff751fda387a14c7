import { inRange } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { betaLogOddsQuantile, betaTail } from './beta.ts';
import { chiSquareUpper } from './gamma.ts';
import { normalQuantile, normalTwoSided } from './normal.ts';

/**
 * P(|T| > |t|), Student's t with `df` (any positive number, Infinity is the normal):
 * I_{ν/(ν+t²)}(ν/2, 1/2), Abramowitz & Stegun 26.5.27.
 */
export function studentTwoSided(t: number, df: number): number {
  checkFreedom('df', df);
  if (df === Infinity) return normalTwoSided(t);
  const square = t * t;
  if (square === Infinity) return 0;
  return betaTail(df / (df + square), square / (df + square), df / 2, 0.5, 'lower');
}

/** P(T > t). */
export function studentUpper(t: number, df: number): number {
  const half = studentTwoSided(t, df) / 2;
  return t >= 0 ? half : 1 - half;
}

/** P(T ≤ t). */
export function studentLower(t: number, df: number): number {
  return studentUpper(-t, df);
}

/**
 * The t with P(T ≤ t) = p.
 * @throws {BiostatisticsError} `out-of-range`
 */
export function studentQuantile(p: number, df: number): number {
  checkFreedom('df', df);
  inRange('p', p, 0, 1);
  if (df === Infinity) return normalQuantile(p);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  // Near the middle 1 − 2p is the small number; take it as the other tail of the beta.
  const central = Math.abs(p - 0.5) * 2;
  const logOdds =
    central < 0.5
      ? betaLogOddsQuantile(central, df / 2, 0.5, 'upper')
      : betaLogOddsQuantile(2 * tail, df / 2, 0.5, 'lower');
  const t = Math.sqrt(df) * Math.exp(-logOdds / 2);
  return p < 0.5 ? -t : t;
}

/** The multiplier of a standard error for a two-sided t interval. */
export function studentMultiplier(level: number, df: number): number {
  inRange('level', level, 0, 1, 'open');
  return -studentQuantile((1 - level) / 2, df);
}

/** P(F > f), F with d1 and d2 degrees of freedom (A&S 26.6.2), as an upper tail. */
export function fUpper(f: number, d1: number, d2: number): number {
  checkFreedom('d1', d1);
  checkFreedom('d2', d2);
  if (Number.isNaN(f)) return Number.NaN;
  if (f <= 0) return 1;
  if (f === Infinity) return 0;
  if (d2 === Infinity) return chiSquareUpper(f * d1, d1);
  const sum = d1 * f + d2;
  return betaTail(d2 / sum, (d1 * f) / sum, d2 / 2, d1 / 2, 'lower');
}

function checkFreedom(argument: string, df: number): void {
  if (!(df > 0)) {
    throw new BiostatisticsError(
      'out-of-range',
      argument,
      `is ${df}; degrees of freedom have to be above 0`,
    );
  }
}
