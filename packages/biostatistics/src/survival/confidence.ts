import { confidenceLevel } from '../checks.ts';
import { normalQuantile } from '../special/index.ts';

/** The scale on which an interval for a survival probability is symmetric. */
export type IntervalType = 'plain' | 'log' | 'log-log';

export interface Confidence {
  /** Two-sided level, e.g. 0.95. */
  readonly level: number;
  readonly type: IntervalType;
}

/** 95 %, symmetric in log S: the default of R's `survfit`. */
export const DEFAULT_CONFIDENCE: Confidence = { level: 0.95, type: 'log' };

/** z such that a standard normal variable lies in ±z with probability `level`. */
export function twoSidedZ(level: number): number {
  confidenceLevel(level);
  return -normalQuantile((1 - level) / 2);
}

/**
 * Pointwise limits of a survival curve from S and the standard error σ of log S
 * (Kalbfleisch & Prentice 2002, §1.4; Klein & Moeschberger 2003, §4.3):
 *
 * - plain: S ± z S σ, cut to [0, 1]
 * - log: S exp(± z σ), cut to 1
 * - log-log: exp(−exp(log(−log S) ± z σ / log S))
 *
 * Where σ is 0 the limits are S itself; so they are, on the log-log scale, where S is 1, which that
 * scale cannot hold (R's `survfit` has it so). Where S is 0, σ is infinite, no interval exists and
 * both limits are NaN (R prints NA): this is the only NaN a curve ever holds.
 */
export function survivalLimits(
  survival: Float64Array,
  logStandardError: Float64Array,
  { level, type }: Confidence,
): { lower: Float64Array; upper: Float64Array } {
  const z = twoSidedZ(level);
  const n = survival.length;
  const lower = new Float64Array(n);
  const upper = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const s = survival[i] as number;
    const half = z * (logStandardError[i] as number);
    if (half === 0 || (type === 'log-log' && s === 1)) {
      lower[i] = s;
      upper[i] = s;
    } else if (s === 0) {
      lower[i] = Number.NaN;
      upper[i] = Number.NaN;
    } else if (type === 'plain') {
      lower[i] = Math.max(0, s - s * half);
      upper[i] = Math.min(1, s + s * half);
    } else if (type === 'log') {
      lower[i] = s * Math.exp(-half);
      upper[i] = Math.min(1, s * Math.exp(half));
    } else {
      const logS = Math.log(s);
      // log S < 0, so dividing by it turns lower and upper round.
      lower[i] = Math.exp(logS * Math.exp(-half / logS));
      upper[i] = Math.exp(logS * Math.exp(half / logS));
    }
  }
  return { lower, upper };
}
