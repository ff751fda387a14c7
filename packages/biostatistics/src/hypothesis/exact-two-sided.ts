import { dbinom, dpois } from 'lib-r-math.js';
import { inRange, nonNegative, wholeNumber } from '../checks.ts';
import { binomialLower, binomialUpper, poissonLower, poissonUpper } from '../special/index.ts';

// The two-sided exact p-value is the probability of every outcome no more likely than the one
// seen (minimum likelihood), as R's poisson.test and binom.test: not twice the smaller tail.
// Outcomes as likely as the one seen, up to rounding, count in.
const slack = 1 + 1e-7;

/** Two-sided exact p-value of a Poisson count against the mean expected. */
export function poissonTwoSided(count: number, mean: number): number {
  wholeNumber('count', count, 0);
  nonNegative('mean', [mean]);
  if (mean === 0) return count === 0 ? 1 : 0;
  if (count === mean) return 1;
  const limit = dpois(count, mean) * slack;
  if (count < mean) {
    let high = Math.ceil(2 * mean - count) + 1;
    while (dpois(high, mean) > limit) high *= 2;
    const from = firstWhere(Math.ceil(mean), high, (k) => dpois(k, mean) <= limit);
    return Math.min(1, poissonLower(count, mean) + poissonUpper(from, mean));
  }
  const upTo = firstWhere(0, Math.floor(mean) + 1, (k) => dpois(k, mean) > limit) - 1;
  return Math.min(1, poissonLower(upTo, mean) + poissonUpper(count, mean));
}

/** Two-sided exact p-value of `count` successes in `n` trials against the probability expected. */
export function binomialTwoSided(count: number, n: number, probability: number): number {
  wholeNumber('n', n, 0);
  wholeNumber('count', count, 0, n);
  inRange('probability', probability, 0, 1);
  if (probability === 0) return count === 0 ? 1 : 0;
  if (probability === 1) return count === n ? 1 : 0;
  const mean = n * probability;
  if (count === mean) return 1;
  const limit = dbinom(count, n, probability) * slack;
  const likelier = (k: number) => dbinom(k, n, probability) > limit;
  if (count < mean) {
    const from = firstWhere(Math.ceil(mean), n + 1, (k) => k > n || !likelier(k));
    return Math.min(1, binomialLower(count, n, probability) + binomialUpper(from, n, probability));
  }
  const upTo = firstWhere(0, Math.floor(mean) + 1, likelier) - 1;
  return Math.min(1, binomialLower(upTo, n, probability) + binomialUpper(count, n, probability));
}

/** First k in [low, high] where a predicate that turns true once holds; `high` when it never does. */
function firstWhere(low: number, high: number, holds: (k: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
