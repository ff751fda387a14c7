import { type Numbers, nonNegative, notEmpty, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { type Confidence, DEFAULT_CONFIDENCE, survivalLimits } from './confidence.ts';
import { type CurvePoint, numberOrNull } from './curve.ts';

/**
 * People by the whole number of time units (days, say), their place, at which they were last seen. Of a type
 * that holds nothing but counts: none has to be checked.
 */
export interface TimeCounts {
  readonly deaths: Uint32Array;
  /** Last seen without the event. */
  readonly censored: Uint32Array;
}

/** A curve read at one time, and how many were still at risk then. */
export interface CountsPoint extends CurvePoint {
  /** People seen until this time or longer. */
  readonly atRisk: number;
}

/**
 * Kaplan–Meier estimate (as `kaplanMeier`, variance of Greenwood) of people who come as counts, read at
 * some times: nothing is sorted, and limits are worked out for those times alone.
 *
 * O(units + times).
 *
 * @param times in the units of the counts, ascending
 * @throws {BiostatisticsError} `empty` where the counts hold nobody; `lengths-differ`; `not-finite`,
 *   `negative-time`, `out-of-range` when `times` does not ascend
 */
export function kaplanMeierOfCounts(
  { deaths, censored }: TimeCounts,
  times: Numbers,
  confidence: Partial<Confidence> = {},
): CountsPoint[] {
  sameLength({ deaths, censored });
  notEmpty('times', times);
  nonNegative('times', times, 'negative-time');
  let atRisk = 0;
  for (let i = 0; i < deaths.length; i++) atRisk += (deaths[i] as number) + (censored[i] as number);
  if (atRisk === 0) throw new BiostatisticsError('empty', 'deaths', 'and censored hold nobody');

  const survival = new Float64Array(times.length);
  const logError = new Float64Array(times.length);
  const left = new Float64Array(times.length);
  let unit = 0;
  let s = 1;
  let variance = 0;
  const pass = () => {
    const d = deaths[unit] as number;
    if (d > 0) {
      s *= (atRisk - d) / atRisk;
      variance += d / (atRisk * (atRisk - d));
    }
    atRisk -= d + (censored[unit] as number);
    unit++;
  };
  for (let j = 0; j < times.length; j++) {
    const time = times[j] as number;
    if (j > 0 && time <= (times[j - 1] as number))
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'times', index: j },
        'has to ascend',
      );
    while (unit < deaths.length && unit < time) pass();
    left[j] = atRisk;
    if (unit < deaths.length && unit === time) pass();
    survival[j] = s;
    logError[j] = Math.sqrt(variance);
  }
  const limits = survivalLimits(survival, logError, { ...DEFAULT_CONFIDENCE, ...confidence });
  return Array.from(times, (time, j) => ({
    time,
    survival: survival[j] as number,
    standardError: survival[j] === 0 ? 0 : (survival[j] as number) * (logError[j] as number),
    lower: numberOrNull(limits.lower[j] as number),
    upper: numberOrNull(limits.upper[j] as number),
    beyondFollowUp: left[j] === 0,
    atRisk: left[j] as number,
  }));
}
