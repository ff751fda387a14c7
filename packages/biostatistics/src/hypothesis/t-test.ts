import { confidenceLevel, type Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import type { Interval } from '../rates/interval.ts';
import { studentMultiplier, studentTwoSided } from '../special/index.ts';
import { moments } from './samples.ts';

export type TTest = Interval & {
  /** Mean of the first sample less that of the second; the interval is its. */
  readonly difference: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly df: number;
  /** Two-sided. */
  readonly pValue: number;
};

/**
 * Student's t-test of two independent means.
 * - `welch` (default): unequal variances, Welch–Satterthwaite degrees of freedom (Welch, Biometrika
 *   1947;34:28).
 * - `pooled`: one variance, n₁ + n₂ − 2 degrees of freedom.
 * @throws {BiostatisticsError} `too-few` (fewer than 2 in a sample), `not-finite`, `out-of-range`
 *   (neither sample varies at all)
 */
export function tTest(
  first: Numbers,
  second: Numbers,
  { variances = 'welch', level = 0.95 }: { variances?: 'welch' | 'pooled'; level?: number } = {},
): TTest {
  confidenceLevel(level);
  const a = moments('first', first);
  const b = moments('second', second);
  for (const [name, sample] of [['first', a] as const, ['second', b] as const]) {
    if (sample.size < 2)
      throw new BiostatisticsError('too-few', name, 'has one value; give two or more');
  }
  const [errorA, errorB] =
    variances === 'welch'
      ? [a.squares / (a.size - 1) / a.size, b.squares / (b.size - 1) / b.size]
      : ([1 / a.size, 1 / b.size].map(
          (share) => (share * (a.squares + b.squares)) / (a.size + b.size - 2),
        ) as [number, number]);
  const variance = errorA + errorB;
  if (variance === 0) {
    throw new BiostatisticsError(
      'out-of-range',
      'first',
      'does not vary, nor does the second: nothing to test',
    );
  }
  const df =
    variances === 'welch'
      ? variance ** 2 / (errorA ** 2 / (a.size - 1) + errorB ** 2 / (b.size - 1))
      : a.size + b.size - 2;
  const standardError = Math.sqrt(variance);
  const difference = a.mean - b.mean;
  const statistic = difference / standardError;
  const half = studentMultiplier(level, df) * standardError;
  return {
    difference,
    standardError,
    statistic,
    df,
    lower: difference - half,
    upper: difference + half,
    pValue: studentTwoSided(statistic, df),
  };
}
