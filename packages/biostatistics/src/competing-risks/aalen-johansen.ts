import type { Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { type Confidence, survivalLimits } from '../survival/confidence.ts';
import { rowAt } from '../survival/curve.ts';
import { type Arranged, arrange } from '../survival/data/arrange.ts';
import { checkCodes, type SurvivalInput } from '../survival/data/input.ts';
import { type RiskTable, riskTable } from '../survival/data/risk-table.ts';
import { impliesRobust } from '../survival/data/sampling-weights.ts';
import { peopleOf } from '../survival/data/sorted-people.ts';
import { productLimit } from '../survival/kaplan-meier.ts';
import { robustIncidenceVariance } from './robust-variance.ts';

export interface CompetingRisksInput extends Omit<SurvivalInput, 'event'> {
  /** 0 censored, 1 … k the cause of the event. */
  readonly event: Numbers;
  /** k; default the largest code. */
  readonly causes?: number | undefined;
  /**
   * `gray` as cmprsk's `cuminc`, a weight of 3 being three people; `robust` (infinitesimal
   * jackknife) as R's `survfit`, for sampling and inverse-probability weights. Left out: robust when
   * a weight is not a whole number or clusters are given.
   */
  readonly variance?: 'gray' | 'robust' | undefined;
  /** Robust variance by cluster: numbers from 0. */
  readonly cluster?: Numbers | undefined;
  /** Default 95 %, log-log. */
  readonly confidence?: Partial<Confidence> | undefined;
}

/** Cumulative incidence of one cause; row i holds from `time[i]` of its table. */
export interface CauseIncidence {
  readonly cause: number;
  readonly events: Float64Array;
  readonly incidence: Float64Array;
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface CumulativeIncidence {
  readonly n: number;
  /** Times of an event of any cause, ascending. */
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  /** Free of every event: Kaplan–Meier of all causes together; 1 − Σ incidences. */
  readonly survival: Float64Array;
  /** One a cause, cause 1 first. */
  readonly causes: readonly CauseIncidence[];
}

/**
 * Aalen–Johansen estimate of the cumulative incidence of each cause k (Aalen & Johansen 1978;
 * Kalbfleisch & Prentice 2002, eq. 8.21):
 *
 *   Fₖ(t) = Σ_{tᵢ ≤ t} S(tᵢ−) dₖᵢ / nᵢ,  S the Kaplan–Meier estimate of all causes together.
 *
 * Variance as in cmprsk's `cuminc` (Gray 1988; Aalen's delta-method form with multinomial ties):
 * with u = (Fₖ(t) − Fₖ(s))/S(s), summed over event times s ≤ t,
 *
 *   Σ S(s−)²/n² [ (1 − u)² dₖ (n − dₖ)/(n − 1) + u² d₋ₖ (n − d₋ₖ)/(n − 1) ].
 *
 * Limits on the log-log scale of Fₖ unless asked otherwise. Left truncation by `entry`.
 * O(n + events · k).
 *
 * @throws {BiostatisticsError} see `checkInput`; `out-of-range` (more than 255 causes)
 */
export function cumulativeIncidence(input: CompetingRisksInput): CumulativeIncidence {
  return estimate(input, arrange(peopleOf(input, 255)), 0, causesOf(input));
}

/**
 * The same for each group, from one sort.
 *
 * @param input.group 0 … k−1, one a row
 * @throws {BiostatisticsError} also `empty` when a group number has nobody
 */
export function cumulativeIncidenceByGroup(
  input: CompetingRisksInput & { readonly group: Numbers },
): CumulativeIncidence[] {
  const people = peopleOf(input, 255);
  const groups = checkCodes('group', input.group, people.checked.n);
  const data = arrange(people, groups);
  const causes = causesOf(input);
  return Array.from({ length: groups.count }, (_, group) => {
    if (data.starts[group] === data.starts[group + 1]) {
      throw new BiostatisticsError('empty', 'group', `nobody is in group ${group}; renumber`);
    }
    return estimate(input, data, group, causes);
  });
}

/** Incidence of one cause at given times; 0 before the first event. */
export function incidenceAt(
  estimate: CumulativeIncidence,
  cause: number,
  times: Numbers,
): { time: number; incidence: number; standardError: number; lower: number; upper: number }[] {
  const curve = estimate.causes[cause - 1];
  if (curve === undefined) {
    throw new BiostatisticsError(
      'out-of-range',
      'cause',
      `is ${cause}; give 1 to ${estimate.causes.length}`,
    );
  }
  return Array.from(times, (time) => {
    const i = rowAt(estimate.time, time);
    if (i < 0) return { time, incidence: 0, standardError: 0, lower: 0, upper: 0 };
    return {
      time,
      incidence: curve.incidence[i] as number,
      standardError: curve.standardError[i] as number,
      lower: curve.lower[i] as number,
      upper: curve.upper[i] as number,
    };
  });
}

function causesOf({ event, causes }: CompetingRisksInput): number {
  let most = 1;
  for (let i = 0; i < event.length; i++) if ((event[i] as number) > most) most = event[i] as number;
  if (causes !== undefined && !(Number.isInteger(causes) && causes >= most && causes <= 255)) {
    throw new BiostatisticsError(
      'out-of-range',
      'causes',
      `is ${causes} where event has codes up to ${most}`,
    );
  }
  return causes ?? most;
}

function estimate(
  input: CompetingRisksInput,
  data: Arranged,
  stratum: number,
  causes: number,
): CumulativeIncidence {
  const confidence: Confidence = { level: 0.95, type: 'log-log', ...input.confidence };
  const table = riskTable(data, stratum, 'events');
  const survival = productLimit(table);
  const eventsByCause = countByCause(data, stratum, table, causes);
  return {
    n: (data.starts[stratum + 1] as number) - (data.starts[stratum] as number),
    time: table.time,
    atRisk: table.atRisk,
    survival,
    causes: eventsByCause.map((events, k) => {
      const incidence = incidenceOf(events, table, survival);
      const variance = isRobust(input, data)
        ? robustIncidenceVariance(data, stratum, table, survival, events, k + 1, input.cluster)
        : grayVariance(events, incidence, table, survival);
      const standardError = variance.map(Math.sqrt);
      const relativeError = standardError.map((e, i) => (e > 0 ? e / (incidence[i] as number) : 0));
      const limits = survivalLimits(incidence, relativeError, confidence);
      return { cause: k + 1, events, incidence, standardError, ...limits };
    }),
  };
}

function countByCause(
  { time, event, weight, starts }: Arranged,
  stratum: number,
  table: RiskTable,
  causes: number,
): Float64Array[] {
  const counts = Array.from({ length: causes }, () => new Float64Array(table.time.length));
  let i = 0;
  for (let p = starts[stratum] as number; p < (starts[stratum + 1] as number); p++) {
    const cause = event[p] as number;
    if (cause === 0) continue;
    while ((table.time[i] as number) < (time[p] as number)) i++;
    const events = counts[cause - 1] as Float64Array;
    events[i] = (events[i] as number) + (weight === undefined ? 1 : (weight[p] as number));
  }
  return counts;
}

function isRobust({ variance, cluster }: CompetingRisksInput, { weight }: Arranged): boolean {
  if (variance !== undefined) return variance === 'robust';
  return impliesRobust(weight, cluster);
}

/** Below this a distance from 1 is the rounding of the sum. */
const ROUNDING = 1e-12;

function incidenceOf(events: Float64Array, table: RiskTable, survival: Float64Array): Float64Array {
  let f = 0;
  return events.map((d, i) => {
    f += ((i === 0 ? 1 : (survival[i - 1] as number)) * d) / (table.atRisk[i] as number);
    // An incidence is 1 exactly or below it: its limits depend on which.
    return f > 1 - ROUNDING ? 1 : f;
  });
}

/** Each event time adds jump · (x + y F(t))² with x and y known then: three running sums. */
function grayVariance(
  events: Float64Array,
  incidence: Float64Array,
  table: RiskTable,
  survival: Float64Array,
): Float64Array {
  let constant = 0;
  let linear = 0;
  let square = 0;
  const add = (jump: number, x: number, y: number) => {
    constant += jump * x * x;
    linear += jump * x * y;
    square += jump * y * y;
  };
  return events.map((d, i) => {
    const n = table.atRisk[i] as number;
    const others = Math.max(0, (table.events[i] as number) - d);
    const s = survival[i] as number;
    const before = i === 0 ? 1 : (survival[i - 1] as number);
    const f = incidence[i] as number;
    const y = s > 0 ? 1 / s : 0;
    if (others > 0 && s > 0) add(jumpVariance(before, others, n), -f * y, y);
    if (d > 0) add(jumpVariance(before, d, n), 1 + f * y, -y);
    return Math.max(0, constant + 2 * f * linear + f * f * square);
  });
}

/** S(s−)² d (n − d) / (n² (n − 1)); a single event counts as d/n². */
function jumpVariance(before: number, d: number, n: number): number {
  const tied = d > 1 ? 1 - (d - 1) / (n - 1) : 1;
  return (before * before * tied * d) / (n * n);
}
