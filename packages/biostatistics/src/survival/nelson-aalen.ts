import { twoSidedZ } from './confidence.ts';
import { arrange } from './data/arrange.ts';
import type { SurvivalInput } from './data/input.ts';
import { type RiskTable, type Rows, riskTable } from './data/risk-table.ts';
import { peopleOf } from './data/sorted-people.ts';

export interface NelsonAalenInput extends SurvivalInput {
  /**
   * `aalen`: d/n at a tied time. `fleming-harrington`: Σ_{k<d} 1/(n − k), as if the tied events
   * had come one after the other (Fleming & Harrington 1984).
   */
  readonly ties?: 'aalen' | 'fleming-harrington' | undefined;
  readonly confidence?: { readonly level?: number; readonly type?: 'plain' | 'log' } | undefined;
  readonly rows?: Rows | undefined;
}

/** Cumulative hazard as columns; row i holds from `time[i]` until the next row. */
export interface CumulativeHazard extends RiskTable {
  readonly n: number;
  readonly hazard: Float64Array;
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** exp(−H): the Breslow (Aalen ties) or Fleming–Harrington survival. */
  readonly survival: Float64Array;
}

/**
 * Nelson–Aalen cumulative hazard (Nelson 1972; Aalen 1978, eq. 3.2):
 * H(t) = Σ_{tᵢ ≤ t} dᵢ / nᵢ, variance Σ dᵢ / nᵢ² (Aalen's, of the Poisson counting process; R's
 * `survfit` reports the same as `std.chaz`). With weights and the Fleming–Harrington correction
 * each of the m tied events carries the mean weight: Σ_{k<m} (d/m) / (n − k d/m).
 *
 * Limits: `plain` H ± z σ, cut at 0; `log` (default) H exp(± z σ / H) (Klein & Moeschberger 2003,
 * eq. 4.3.5); H itself before the first event.
 *
 * @throws {BiostatisticsError} see `checkInput`
 */
export function nelsonAalen(input: NelsonAalenInput): CumulativeHazard {
  const data = arrange(peopleOf(input));
  const table = riskTable(data, 0, input.rows);
  const z = twoSidedZ(input.confidence?.level ?? 0.95);
  const type = input.confidence?.type ?? 'log';
  const rows = table.time.length;
  const [hazard, standardError, lower, upper, survival] = Array.from(
    { length: 5 },
    () => new Float64Array(rows),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const tied = input.ties === 'fleming-harrington' ? eventCounts(data, table) : undefined;
  let h = 0;
  let variance = 0;
  for (let i = 0; i < rows; i++) {
    const n = table.atRisk[i] as number;
    const d = table.events[i] as number;
    const m = tied === undefined ? 1 : (tied[i] as number);
    for (let k = 0; k < m && d > 0; k++) {
      const left = n - (k * d) / m;
      h += d / m / left;
      variance += d / m / (left * left);
    }
    const sigma = Math.sqrt(variance);
    const half = z * sigma;
    hazard[i] = h;
    standardError[i] = sigma;
    survival[i] = Math.exp(-h);
    lower[i] = type === 'plain' ? Math.max(0, h - half) : h === 0 ? 0 : h * Math.exp(-half / h);
    upper[i] = type === 'plain' ? h + half : h === 0 ? 0 : h * Math.exp(half / h);
  }
  return { n: data.n, ...table, hazard, standardError, lower, upper, survival };
}

/** Unweighted number of events in each row. */
function eventCounts(
  { time, event }: { time: Float64Array; event: Uint8Array },
  table: RiskTable,
): Uint32Array {
  const counts = new Uint32Array(table.time.length);
  let i = 0;
  for (let p = 0; p < time.length; p++) {
    if (event[p] === 0) continue;
    while ((table.time[i] as number) < (time[p] as number)) i++;
    counts[i] = (counts[i] as number) + 1;
  }
  return counts;
}
