import type { Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { fUpper } from '../special/index.ts';
import { moments, severalGroups } from './samples.ts';

export type AnovaTest = {
  /** F. */
  readonly statistic: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
  readonly pValue: number;
};

/**
 * One-way analysis of variance.
 * - `equal` (default): the classical F of mean squares between over within.
 * - `welch`: unequal variances (Welch, Biometrika 1951;38:330), as R's oneway.test.
 * @throws {BiostatisticsError} `one-group`, `empty`, `not-finite`, `too-few` (no degree of freedom
 *   within; for `welch` fewer than 2 in a group), `out-of-range` (nothing varies within groups)
 */
export function anova(
  groups: readonly Numbers[],
  { variances = 'equal' }: { variances?: 'equal' | 'welch' } = {},
): AnovaTest {
  severalGroups(groups);
  const samples = groups.map((group, i) => moments(`groups[${i}]`, group));
  const dfBetween = samples.length - 1;
  if (variances === 'welch') return welch(samples, dfBetween);
  let [size, sum, within] = [0, 0, 0];
  for (const sample of samples) {
    size += sample.size;
    sum += sample.size * sample.mean;
    within += sample.squares;
  }
  const dfWithin = size - samples.length;
  if (dfWithin < 1)
    throw new BiostatisticsError('too-few', 'groups', 'every group has one value only');
  varies(within);
  let between = 0;
  for (const sample of samples) between += sample.size * (sample.mean - sum / size) ** 2;
  const statistic = between / dfBetween / (within / dfWithin);
  return { statistic, dfBetween, dfWithin, pValue: fUpper(statistic, dfBetween, dfWithin) };
}

function welch(samples: readonly ReturnType<typeof moments>[], dfBetween: number): AnovaTest {
  let [total, weighted] = [0, 0];
  const weights = samples.map((sample, index) => {
    if (sample.size < 2)
      throw new BiostatisticsError('too-few', { argument: 'groups', index }, 'has one value only');
    varies(sample.squares);
    const weight = (sample.size * (sample.size - 1)) / sample.squares;
    total += weight;
    weighted += weight * sample.mean;
    return weight;
  });
  const mean = weighted / total;
  let between = 0;
  let lambda = 0;
  for (const [i, sample] of samples.entries()) {
    const weight = weights[i] as number;
    between += weight * (sample.mean - mean) ** 2;
    lambda += (1 - weight / total) ** 2 / (sample.size - 1);
  }
  const groups = samples.length;
  const share = lambda / (groups ** 2 - 1);
  const statistic = between / dfBetween / (1 + 2 * (groups - 2) * share);
  const dfWithin = 1 / (3 * share);
  return { statistic, dfBetween, dfWithin, pValue: fUpper(statistic, dfBetween, dfWithin) };
}

function varies(squares: number): void {
  if (!(squares > 0)) {
    throw new BiostatisticsError(
      'out-of-range',
      'groups',
      'do not vary within: nothing to compare with',
    );
  }
}
