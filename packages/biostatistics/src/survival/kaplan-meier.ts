import type { Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { type Confidence, DEFAULT_CONFIDENCE, survivalLimits } from './confidence.ts';
import type { SurvivalCurve } from './curve.ts';
import { type Arranged, arrange } from './data/arrange.ts';
import { checkCodes, type SurvivalInput } from './data/input.ts';
import { type RiskTable, type Rows, riskTable } from './data/risk-table.ts';
import { impliesRobust } from './data/sampling-weights.ts';
import { peopleOf } from './data/sorted-people.ts';
import { robustLogVariance } from './robust-variance.ts';

export interface KaplanMeierInput extends SurvivalInput {
  readonly confidence?: Partial<Confidence> | undefined;
  /**
   * `greenwood` treats a weight of 3 as three people; `robust` (infinitesimal jackknife) treats it
   * as one person who stands for three, as inverse-probability and sampling weights do. Left out:
   * robust when a weight is not a whole number or clusters are given, as R's `survfit` has it.
   */
  readonly variance?: 'greenwood' | 'robust' | undefined;
  /** Robust variance by cluster (several rows of one person, one hospital): numbers from 0. */
  readonly cluster?: Numbers | undefined;
  /** `events` leaves out times at which people were only censored: a smaller curve. */
  readonly rows?: Rows | undefined;
}

/**
 * Kaplan–Meier product-limit estimate (Kaplan & Meier 1958, eq. 2b):
 *
 *   S(t) = Π_{tᵢ ≤ t} (1 − dᵢ / nᵢ)
 *
 * with Greenwood's variance (1926) of log S: Σ dᵢ / (nᵢ (nᵢ − dᵢ)); limits as in `survivalLimits`.
 * People with `entry` are at risk after entry only (left truncation: Tsai, Jewell & Wang 1987).
 * An event and a censoring at one time: the censored person was at risk of the event.
 *
 * O(n) beside the sort; memory of a few columns per distinct time.
 *
 * @throws {BiostatisticsError} see `checkInput`; `out-of-range` for a level outside (0, 1)
 */
export function kaplanMeier(input: KaplanMeierInput): SurvivalCurve {
  return estimate(input, arrange(peopleOf(input)), 0);
}

/**
 * One Kaplan–Meier curve a group, from one sort.
 *
 * @param input.group 0 … k−1, one a row
 * @returns k curves, the group's number its place
 * @throws {BiostatisticsError} also `empty` when a number between 0 and the largest has nobody
 */
export function kaplanMeierByGroup(
  input: KaplanMeierInput & { readonly group: Numbers },
): SurvivalCurve[] {
  const people = peopleOf(input);
  const groups = checkCodes('group', input.group, people.checked.n);
  const data = arrange(people, groups);
  return Array.from({ length: groups.count }, (_, group) => {
    if (data.starts[group] === data.starts[group + 1]) {
      throw new BiostatisticsError('empty', 'group', `nobody is in group ${group}; renumber`);
    }
    return estimate(input, data, group);
  });
}

function estimate(input: KaplanMeierInput, data: Arranged, stratum: number): SurvivalCurve {
  const confidence = { ...DEFAULT_CONFIDENCE, ...input.confidence };
  const table = riskTable(data, stratum, input.rows);
  const survival = productLimit(table);
  const logError = isRobust(input, data)
    ? robustLogVariance(data, stratum, table, input.cluster)
    : greenwood(table);
  for (let i = 0; i < logError.length; i++) logError[i] = Math.sqrt(logError[i] as number);
  const from = data.starts[stratum] as number;
  const to = data.starts[stratum + 1] as number;
  return {
    n: to - from,
    ...table,
    survival,
    ...survivalLimits(survival, logError, confidence),
    standardError: ofSurvival(survival, logError),
    lastTime: data.time[to - 1] as number,
    confidence,
  };
}

/** Π (1 − d/n), cumulative. */
export function productLimit({ atRisk, events }: RiskTable): Float64Array {
  const survival = new Float64Array(atRisk.length);
  let s = 1;
  for (let i = 0; i < survival.length; i++) {
    const n = atRisk[i] as number;
    const d = events[i] as number;
    if (d > 0) s *= (n - d) / n;
    survival[i] = s;
  }
  return survival;
}

/** Greenwood's Σ d / (n (n − d)), cumulative; infinite once all at risk have died. */
function greenwood({ atRisk, events }: RiskTable): Float64Array {
  const variance = new Float64Array(atRisk.length);
  let sum = 0;
  for (let i = 0; i < variance.length; i++) {
    const n = atRisk[i] as number;
    const d = events[i] as number;
    if (d > 0) sum += d / (n * (n - d));
    variance[i] = sum;
  }
  return variance;
}

/** Turns the error of log S into that of S, in place: S σ, and 0 at S = 0, its limit. */
function ofSurvival(survival: Float64Array, logError: Float64Array): Float64Array {
  for (let i = 0; i < survival.length; i++) {
    const s = survival[i] as number;
    logError[i] = s === 0 ? 0 : s * (logError[i] as number);
  }
  return logError;
}

function isRobust({ variance, cluster }: KaplanMeierInput, { weight }: Arranged): boolean {
  if (variance !== undefined) return variance === 'robust';
  return impliesRobust(weight, cluster);
}
