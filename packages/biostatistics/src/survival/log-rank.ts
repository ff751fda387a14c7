import { inRange, type Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { chiSquareUpper } from '../special/index.ts';
import { type Arranged, arrange } from './data/arrange.ts';
import { checkCodes, type SurvivalInput } from './data/input.ts';
import { peopleOf } from './data/sorted-people.ts';
import { quadraticForm } from './ldl.ts';

export interface LogRankInput extends Omit<SurvivalInput, 'weight'> {
  /** 0 … k−1, one a row. */
  readonly group: Numbers;
  /** 0 … s−1, one a row: events are compared within strata only. */
  readonly strata?: Numbers | undefined;
  /** Fleming–Harrington weight S(t−)^rho (1 − S(t−))^gamma; both 0 (default) is the log-rank test. */
  readonly rho?: number | undefined;
  readonly gamma?: number | undefined;
}

/** A test statistic with its chi-square distribution. */
export interface ChiSquareTest {
  readonly statistic: number;
  readonly df: number;
  /** Upper tail. */
  readonly pValue: number;
}

export interface LogRank extends ChiSquareTest {
  /** People in each group. */
  readonly n: Float64Array;
  /** Weighted events seen in each group, summed over strata. */
  readonly observed: Float64Array;
  /** Weighted events expected in each group if all had the pooled hazard. */
  readonly expected: Float64Array;
  /** Covariance of observed − expected, k × k by rows. */
  readonly variance: Float64Array;
}

/**
 * Log-rank test and its Fleming–Harrington family.
 *
 * At each event time t with d events among n at risk, nⱼ of group j at risk, and weight
 * w = S(t−)^ρ (1 − S(t−))^γ from the pooled Kaplan–Meier curve of the stratum:
 *
 *   O − E = Σ w (dⱼ − d nⱼ/n),  Vⱼₖ = Σ w² d (n − d)/(n − 1) · nⱼ/n (δⱼₖ − nₖ/n)
 *
 * and (O − E)ᵀ V⁻ (O − E) is χ² with k − 1 degrees of freedom (Mantel 1966; Peto & Peto 1972;
 * Harrington & Fleming 1982; stratified: sums over strata). ρ = 1 is the Peto–Peto form of the
 * Gehan–Wilcoxon test. A group never at risk beside others at an event time is left out of the test, with
 * its degree of freedom, as R's `survdiff` does.
 *
 * @throws {BiostatisticsError} see `checkInput`; `one-group` when fewer than two groups were at
 *   risk together; `no-events`
 */
export function logRank(input: LogRankInput): LogRank {
  const sums = logRankSums(input);
  // One group is left out: its difference is minus the sum of the others'.
  const tested = testedGroups(sums).slice(1);
  const k = sums.n.length;
  const { value: statistic, rank: df } = quadraticForm(
    Float64Array.from(tested, (j) => (sums.observed[j] as number) - (sums.expected[j] as number)),
    Float64Array.from(tested.flatMap((a) => tested.map((b) => sums.variance[a * k + b] as number))),
  );
  return { ...sums, statistic, df, pValue: chiSquareUpper(statistic, df) };
}

/**
 * Test for trend over ordered groups: with scores a, [Σ aⱼ(Oⱼ − Eⱼ)]² / aᵀVa on one degree of
 * freedom (Tarone 1975; Klein & Moeschberger 2003, eq. 7.4.1).
 *
 * @param scores one a group; default 0, 1, 2, …
 */
export function logRankTrend(
  input: LogRankInput & { readonly scores?: Numbers | undefined },
): LogRank {
  const sums = logRankSums(input);
  const k = sums.n.length;
  const scores = input.scores ?? Float64Array.from({ length: k }, (_, j) => j);
  if (scores.length !== k) {
    throw new BiostatisticsError(
      'lengths-differ',
      'scores',
      `has ${scores.length} values for ${k} groups`,
    );
  }
  testedGroups(sums);
  let difference = 0;
  let variance = 0;
  for (let j = 0; j < k; j++) {
    const a = scores[j] as number;
    difference += a * ((sums.observed[j] as number) - (sums.expected[j] as number));
    for (let m = 0; m < k; m++) {
      variance += a * (scores[m] as number) * (sums.variance[j * k + m] as number);
    }
  }
  if (!(variance > 0)) {
    throw new BiostatisticsError('out-of-range', 'scores', 'have to differ between the groups');
  }
  const statistic = (difference * difference) / variance;
  return { ...sums, statistic, df: 1, pValue: chiSquareUpper(statistic, 1) };
}

interface Sums {
  readonly n: Float64Array;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly variance: Float64Array;
}

function logRankSums(input: LogRankInput): Sums {
  const rho = input.rho ?? 0;
  const gamma = input.gamma ?? 0;
  inRange('rho', rho, 0, 1e3);
  inRange('gamma', gamma, 0, 1e3);
  const people = peopleOf(input);
  const { n: rows } = people.checked;
  const groups = checkCodes('group', input.group, rows);
  const strata = input.strata && checkCodes('strata', input.strata, rows);
  const data = arrange(people, strata);
  const k = groups.count;
  const group = new Uint32Array(data.n);
  const n = new Float64Array(k);
  for (let p = 0; p < data.n; p++) {
    const j = groups.of[data.row[p] as number] as number;
    group[p] = j;
    n[j] = (n[j] as number) + 1;
  }
  const sums: Sums = {
    n,
    observed: new Float64Array(k),
    expected: new Float64Array(k),
    variance: new Float64Array(k * k),
  };
  for (let s = 0; s + 1 < data.starts.length; s++) addStratum(sums, data, s, group, rho, gamma);
  for (let j = 0; j < k; j++) {
    for (let m = 0; m < j; m++) sums.variance[j * k + m] = sums.variance[m * k + j] as number;
  }
  return sums;
}

function addStratum(
  sums: Sums,
  data: Arranged,
  stratum: number,
  group: Uint32Array,
  rho: number,
  gamma: number,
): void {
  const { observed, expected, variance } = sums;
  const { time, event, entry, byEntry } = data;
  const from = data.starts[stratum] as number;
  const to = data.starts[stratum + 1] as number;
  const k = observed.length;
  const atRisk = new Float64Array(k);
  const died = new Float64Array(k);
  let n = 0;
  if (entry === undefined) {
    n = to - from;
    for (let p = from; p < to; p++)
      atRisk[group[p] as number] = (atRisk[group[p] as number] as number) + 1;
  }
  const weighted = rho !== 0 || gamma !== 0;
  let survival = 1;
  let q = from;
  for (let p = from; p < to; ) {
    const t = time[p] as number;
    if (entry !== undefined && byEntry !== undefined) {
      for (; q < to && (entry[byEntry[q] as number] as number) < t; q++) {
        const j = group[byEntry[q] as number] as number;
        atRisk[j] = (atRisk[j] as number) + 1;
        n++;
      }
    }
    let next = p;
    let d = 0;
    for (; next < to && time[next] === t; next++) {
      if (event[next] === 0) continue;
      d++;
      const j = group[next] as number;
      died[j] = (died[j] as number) + 1;
    }
    if (d > 0) {
      const w = weighted ? survival ** rho * (1 - survival) ** gamma : 1;
      const spread = n > 1 ? (w * w * d * (n - d)) / ((n - 1) * n) : 0;
      for (let j = 0; j < k; j++) {
        const nj = atRisk[j] as number;
        observed[j] = (observed[j] as number) + w * (died[j] as number);
        died[j] = 0;
        if (nj === 0) continue;
        expected[j] = (expected[j] as number) + (w * d * nj) / n;
        variance[j * k + j] = (variance[j * k + j] as number) + spread * nj * (1 - nj / n);
        for (let m = j + 1; m < k; m++) {
          const cell = j * k + m;
          variance[cell] = (variance[cell] as number) - (spread * nj * (atRisk[m] as number)) / n;
        }
      }
      survival *= (n - d) / n;
    }
    for (; p < next; p++) {
      const j = group[p] as number;
      atRisk[j] = (atRisk[j] as number) - 1;
      n--;
    }
  }
}

/** Groups that were at risk, beside another, when an event happened. */
function testedGroups({ observed, expected, variance }: Sums): number[] {
  if (!observed.some((o) => o > 0)) {
    throw new BiostatisticsError('no-events', 'event', 'nobody had the event: nothing to compare');
  }
  const k = observed.length;
  const compared = Array.from(expected.keys()).filter((j) => (variance[j * k + j] as number) > 0);
  if (compared.length < 2) {
    throw new BiostatisticsError(
      'one-group',
      'group',
      'two groups at least have to be at risk at the time of one event',
    );
  }
  return compared;
}
