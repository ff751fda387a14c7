import {
  confidenceLevel,
  finite,
  inRange,
  type Numbers,
  notEmpty,
  positivePersonYears,
} from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { binomialLower, normalMultiplier, poissonLower } from '../special/index.ts';
import type { Interval } from './interval.ts';

/** What the institutions are compared by. */
export type FunnelMeasure =
  /** r of n patients; precision is n. */
  | 'proportion'
  /** Observed over expected, or a rate; precision is the expected count or the person-years. */
  | 'ratio';

/**
 * Control limits of a funnel plot by the exact binomial or Poisson distribution, interpolated
 * between whole counts (Spiegelhalter, Stat Med 2005;24:1185, appendix A.1.1): with r the smallest
 * count whose distribution function F reaches p, the limit is (r − (F(r) − p)/P(r))/n.
 *
 * @param target the proportion, ratio or rate all institutions would share
 * @param precision number of patients, expected count, or person-years, one an institution
 * @param level 0.95 for the inner limits, 0.998 for the outer, as Spiegelhalter
 * @throws {BiostatisticsError} `out-of-range`, `zero-person-years`, `not-finite`
 */
export function funnelLimits(
  measure: FunnelMeasure,
  target: number,
  precision: Numbers,
  level = 0.95,
): readonly Interval[] {
  checkTarget(measure, target);
  positivePersonYears('precision', precision);
  confidenceLevel(level);
  const tail = (1 - level) / 2;
  return Array.from({ length: precision.length }, (_, i) => {
    const n = precision[i] as number;
    if (measure === 'proportion' && !Number.isInteger(n)) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'precision', index: i },
        `is ${n}; a proportion needs a whole number of patients`,
      );
    }
    return {
      lower: exactLimit(measure, target, n, tail),
      upper: exactLimit(measure, target, n, 1 - tail),
    };
  });
}

function exactLimit(measure: FunnelMeasure, target: number, n: number, p: number): number {
  const lower =
    measure === 'proportion'
      ? (r: number) => binomialLower(r, n, target)
      : (r: number) => poissonLower(r, n * target);
  const r = countQuantile(measure, target, n, p, lower);
  const at = lower(r);
  const before = r === 0 ? 0 : lower(r - 1);
  const interpolated = (r - (at - p) / (at - before)) / n;
  const highest = measure === 'proportion' ? 1 : Infinity;
  return Math.min(highest, Math.max(0, interpolated));
}

/** Smallest count whose distribution function reaches p: a normal guess, then steps. */
function countQuantile(
  measure: FunnelMeasure,
  target: number,
  n: number,
  p: number,
  lower: (r: number) => number,
): number {
  const mean = n * target;
  const spread = Math.sqrt(measure === 'proportion' ? mean * (1 - target) : mean);
  const z = p < 0.5 ? -normalMultiplier(1 - 2 * p) : normalMultiplier(2 * p - 1);
  const most = measure === 'proportion' ? n : Infinity;
  let r = Math.min(most, Math.max(0, Math.round(mean + z * spread)));
  while (r > 0 && lower(r - 1) >= p) r--;
  while (r < most && lower(r) < p) r++;
  return r;
}

/**
 * How far each institution lies from the target in standard errors at the target: (value −
 * target)/√(target(1 − target)/n), or /√(target/n) for ratios and rates.
 */
export function funnelScores(
  measure: FunnelMeasure,
  target: number,
  values: Numbers,
  precision: Numbers,
): Float64Array {
  checkTarget(measure, target);
  finite('values', values);
  positivePersonYears('precision', precision);
  return Float64Array.from(
    { length: values.length },
    (_, i) => ((values[i] as number) - target) / errorAt(measure, target, precision[i] as number),
  );
}

export type Overdispersion = {
  /** Mean square of the winsorised scores; 1 when institutions differ by chance alone. */
  readonly phi: number;
  /** Variance between institutions, on the measure's own scale (0 when phi ≤ 1). */
  readonly tauSquared: number;
};

/**
 * Overdispersion of institutions about the target (Spiegelhalter 2005, §5; Spiegelhalter et al.,
 * BMJ Qual Saf 2012): scores winsorised at the q-th and (1 − q)-th quantile, φ = Σz²/I; additive
 * variance by moments, τ² = (Iφ − (I − 1))/(Σw − Σw²/Σw), wᵢ = 1/sᵢ².
 * @param winsorise share of the institutions pulled in at each end, 0.1 as Spiegelhalter
 */
export function funnelOverdispersion(
  measure: FunnelMeasure,
  target: number,
  values: Numbers,
  precision: Numbers,
  winsorise = 0.1,
): Overdispersion {
  notEmpty('values', values);
  inRange('winsorise', winsorise, 0, 0.5);
  const scores = funnelScores(measure, target, values, precision);
  const sorted = Float64Array.from(scores).sort();
  const low = quantile(sorted, winsorise);
  const high = quantile(sorted, 1 - winsorise);
  let squares = 0;
  let weight = 0;
  let weightSquare = 0;
  for (let i = 0; i < scores.length; i++) {
    squares += Math.min(high, Math.max(low, scores[i] as number)) ** 2;
    const w = 1 / errorAt(measure, target, precision[i] as number) ** 2;
    weight += w;
    weightSquare += w * w;
  }
  const count = scores.length;
  const excess = squares - (count - 1);
  const room = weight - weightSquare / weight;
  return {
    phi: squares / count,
    tauSquared: excess > 0 && room > 0 ? excess / room : 0,
  };
}

/**
 * Normal control limits widened for overdispersion: `multiplicative` target ± z·s·√max(1, φ), or
 * `additive` target ± z·√(s² + τ²) (Spiegelhalter 2005, eqs. 5 and 6). Cut off at 0 (and 1).
 */
export function overdispersedFunnelLimits(
  measure: FunnelMeasure,
  target: number,
  precision: Numbers,
  dispersion: Overdispersion,
  {
    level = 0.95,
    model = 'additive',
  }: { level?: number; model?: 'additive' | 'multiplicative' } = {},
): readonly Interval[] {
  checkTarget(measure, target);
  positivePersonYears('precision', precision);
  const z = normalMultiplier(level);
  const highest = measure === 'proportion' ? 1 : Infinity;
  return Array.from({ length: precision.length }, (_, i) => {
    const error = errorAt(measure, target, precision[i] as number);
    const half =
      model === 'additive'
        ? z * Math.sqrt(error * error + dispersion.tauSquared)
        : z * error * Math.sqrt(Math.max(1, dispersion.phi));
    return { lower: Math.max(0, target - half), upper: Math.min(highest, target + half) };
  });
}

function errorAt(measure: FunnelMeasure, target: number, n: number): number {
  return Math.sqrt((measure === 'proportion' ? target * (1 - target) : target) / n);
}

/** Linear interpolation between order statistics (R's type 7). */
function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (at - below) * (high - low);
}

function checkTarget(measure: FunnelMeasure, target: number): void {
  if (measure === 'proportion') inRange('target', target, 0, 1, 'open');
  else inRange('target', target, 0, Infinity, 'open');
}
