import type { Numbers } from '../checks.ts';
import type { Arranged } from './data/arrange.ts';
import { checkCodes } from './data/input.ts';
import type { RiskTable } from './data/risk-table.ts';

/**
 * Infinitesimal-jackknife variance of log S(t) of a weighted Kaplan–Meier curve.
 *
 * With weight wᵢ the derivative of log S(t) = Σ log(1 − d/n) is
 *
 *   Aᵢ(t) = Σ_{s ≤ t} −(dNᵢ(s) − Yᵢ(s) d(s)/n(s)) / (n(s) − d(s)),
 *
 * and the variance Σ_c (Σ_{i∈c} wᵢ Aᵢ(t))² over clusters c (each row its own cluster when none are
 * given); Therneau, Crowson & Atkinson, "Multi-state models" and survival's methods document.
 *
 * Each cluster's sum is F + W a(t), where a(t) = Σ d/(n (n − d)), W is its weight still at risk and
 * F is settled by those who entered or left; so Σ (F + W a)² = ΣF² + 2a ΣFW + a² ΣW², and each
 * entry or exit changes one cluster: O(n), whatever the number of clusters.
 */
export function robustLogVariance(
  data: Arranged,
  stratum: number,
  table: RiskTable,
  cluster: Numbers | undefined,
): Float64Array {
  const from = data.starts[stratum] as number;
  const to = data.starts[stratum + 1] as number;
  const { time, event, weight, entry, byEntry, row } = data;
  const clusters = cluster === undefined ? undefined : checkCodes('cluster', cluster, data.n);
  const count = clusters === undefined ? to - from : clusters.count;
  const settled = new Float64Array(count);
  const present = new Float64Array(count);
  let ff = 0;
  let fw = 0;
  let ww = 0;
  const shift = (p: number, dSettled: number, dPresent: number) => {
    const c = clusters === undefined ? p - from : (clusters.of[row[p] as number] as number);
    const f = settled[c] as number;
    const w = present[c] as number;
    const f2 = f + dSettled;
    const w2 = w + dPresent;
    ff += f2 * f2 - f * f;
    fw += f2 * w2 - f * w;
    ww += w2 * w2 - w * w;
    settled[c] = f2;
    present[c] = w2;
  };
  const weightOf = (p: number) => (weight === undefined ? 1 : (weight[p] as number));
  if (entry === undefined) for (let p = from; p < to; p++) shift(p, 0, weightOf(p));

  const variance = new Float64Array(table.time.length);
  let a = 0;
  let p = from;
  let q = from;
  for (let i = 0; i < variance.length; i++) {
    const t = table.time[i] as number;
    // Left before t (times of mere censoring may have no row of their own).
    for (; p < to && (time[p] as number) < t; p++) shift(p, weightOf(p) * a, -weightOf(p));
    if (entry !== undefined && byEntry !== undefined) {
      for (; q < to && (entry[byEntry[q] as number] as number) < t; q++) {
        const late = byEntry[q] as number;
        shift(late, -weightOf(late) * a, weightOf(late));
      }
    }
    const n = table.atRisk[i] as number;
    const d = table.events[i] as number;
    if (d > 0) a += d / (n * (n - d));
    if (!Number.isFinite(a)) return variance.fill(Number.POSITIVE_INFINITY, i);
    for (; p < to && time[p] === t; p++) {
      const w = weightOf(p);
      shift(p, w * (a - (event[p] !== 0 ? 1 / (n - d) : 0)), -w);
    }
    variance[i] = Math.max(0, ff + 2 * a * fw + a * a * ww);
  }
  return variance;
}
