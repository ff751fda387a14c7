import type { Numbers } from '../checks.ts';
import type { Arranged } from '../survival/data/arrange.ts';
import { checkCodes } from '../survival/data/input.ts';
import type { RiskTable } from '../survival/data/risk-table.ts';

/**
 * Infinitesimal-jackknife variance of a weighted Aalen–Johansen incidence F, as R's `survfit` of a
 * multi-state outcome: Σ_c (Σ_{i∈c} wᵢ Uᵢ(t))² with Uᵢ the derivative of F by the weight of i.
 *
 * While i is at risk, U moves with g(t) = Σ dF(s) a(s−) − Σ S(s−) dₖ/n² and, if i entered late,
 * with F; a(t) = Σ d/(n (n − d)) is the part of log S. Once i has left, U moves with F alone, by the
 * change ℓᵢ that i made to log S. So everyone's U is c + ℓ F(t) + m g(t) with c, ℓ, m that change at
 * entry and exit only, and the sum of squares needs six running sums: O(n).
 */
export function robustIncidenceVariance(
  data: Arranged,
  stratum: number,
  table: RiskTable,
  survival: Float64Array,
  events: Float64Array,
  cause: number,
  cluster: Numbers | undefined,
): Float64Array {
  const from = data.starts[stratum] as number;
  const to = data.starts[stratum + 1] as number;
  const { time, event, weight, entry, byEntry, row } = data;
  const codes = cluster === undefined ? undefined : checkCodes('cluster', cluster, data.n);
  const clusters = new QuadraticSums(codes === undefined ? to - from : codes.count);
  const clusterOf = (p: number) =>
    codes === undefined ? p - from : (codes.of[row[p] as number] as number);
  const weightOf = (p: number) => (weight === undefined ? 1 : (weight[p] as number));
  // What a late entrant found on arriving: a, g and F then.
  const entered = entry && [to, to, to].map((length) => new Float64Array(length - from));
  let a = 0;
  let g = 0;
  let f = 0;
  const arrive = (p: number) => {
    const w = weightOf(p);
    if (entered) {
      [a, g, f].forEach((value, i) => {
        (entered[i] as Float64Array)[p - from] = value;
      });
    }
    clusters.add(clusterOf(p), w * (a * f - g), -w * a, w);
  };
  /** @param own dF/dw by the person's own event of this cause; @param lost its part of log S */
  const leave = (p: number, own: number, lost: number) => {
    const w = weightOf(p);
    const [a0, g0, f0] = (entered?.map((found) => found[p - from]) ?? [0, 0, 0]) as number[];
    const arrived = (a0 as number) * (f0 as number) - (g0 as number);
    const now = arrived - (a0 as number) * f + g + own;
    const slope = a - (a0 as number) - lost;
    clusters.add(clusterOf(p), w * (now - slope * f - arrived), w * (slope + (a0 as number)), -w);
  };
  if (entry === undefined) for (let p = from; p < to; p++) arrive(p);
  const variance = new Float64Array(table.time.length);
  let before = 1;
  let p = from;
  let q = from;
  for (let i = 0; i < variance.length; i++) {
    const t = table.time[i] as number;
    if (entry === undefined || byEntry === undefined) {
      for (; p < to && (time[p] as number) < t; p++) leave(p, 0, 0);
    } else {
      // Nothing moves between two event times, so all arrivals may come before all departures.
      for (; q < to && (entry[byEntry[q] as number] as number) < t; q++)
        arrive(byEntry[q] as number);
      for (; p < to && (time[p] as number) < t; p++) leave(p, 0, 0);
    }
    const n = table.atRisk[i] as number;
    const d = table.events[i] as number;
    const jump = (before * (events[i] as number)) / n;
    g += jump * a - jump / n;
    f += jump;
    // Once all have died F stays: what becomes of log S no longer matters.
    if (n > d) a += d / (n * (n - d));
    for (; p < to && time[p] === t; p++) {
      const died = event[p] !== 0;
      leave(p, event[p] === cause ? before / n : 0, died && n > d ? 1 / (n - d) : 0);
    }
    variance[i] = clusters.sumOfSquares(f, g);
    before = survival[i] as number;
  }
  return variance;
}

/** Σ over clusters of (C + L f + M g)². */
class QuadraticSums {
  readonly #c: Float64Array;
  readonly #l: Float64Array;
  readonly #m: Float64Array;
  #cc = 0;
  #cl = 0;
  #cm = 0;
  #ll = 0;
  #lm = 0;
  #mm = 0;

  constructor(size: number) {
    this.#c = new Float64Array(size);
    this.#l = new Float64Array(size);
    this.#m = new Float64Array(size);
  }

  add(cluster: number, dc: number, dl: number, dm: number): void {
    const c = this.#c[cluster] as number;
    const l = this.#l[cluster] as number;
    const m = this.#m[cluster] as number;
    const c2 = c + dc;
    const l2 = l + dl;
    const m2 = m + dm;
    this.#cc += c2 * c2 - c * c;
    this.#cl += c2 * l2 - c * l;
    this.#cm += c2 * m2 - c * m;
    this.#ll += l2 * l2 - l * l;
    this.#lm += l2 * m2 - l * m;
    this.#mm += m2 * m2 - m * m;
    this.#c[cluster] = c2;
    this.#l[cluster] = l2;
    this.#m[cluster] = m2;
  }

  sumOfSquares(f: number, g: number): number {
    const linear = 2 * (f * this.#cl + g * this.#cm);
    const square = f * f * this.#ll + 2 * f * g * this.#lm + g * g * this.#mm;
    return Math.max(0, this.#cc + linear + square);
  }
}
