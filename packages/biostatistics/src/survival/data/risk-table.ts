import type { Arranged } from './arrange.ts';

/**
 * The table every product-limit estimator starts from: for each distinct time t of one stratum,
 * ascending, who was at risk just before t and what happened at t (weighted when weights are).
 */
export interface RiskTable {
  readonly time: Float64Array;
  /** Σ of weights of people with entry < t ≤ time. */
  readonly atRisk: Float64Array;
  /** Σ of weights of events at t. */
  readonly events: Float64Array;
  /** Σ of weights of people whose observation ended at t without the event. */
  readonly censored: Float64Array;
}

/** `events`: only times at which an event happened; `all`: also times of mere censoring. */
export type Rows = 'all' | 'events';

/**
 * One pass forwards to count distinct times, one backwards to fill them: sums run from the last
 * person to the first, so that small risk sets in the tail carry no rounding error of large ones.
 */
export function riskTable(data: Arranged, stratum = 0, rows: Rows = 'all'): RiskTable {
  const from = data.starts[stratum] as number;
  const to = data.starts[stratum + 1] as number;
  const { time, event, weight, entry, byEntry } = data;
  const length = countRows(time, event, from, to, rows);
  const table = {
    time: new Float64Array(length),
    atRisk: new Float64Array(length),
    events: new Float64Array(length),
    censored: new Float64Array(length),
  };
  let ahead = 0;
  let people = 0;
  let outside = 0;
  let outsiders = 0;
  let q = to - 1;
  let r = length - 1;
  for (let p = to - 1; p >= from; ) {
    const t = time[p] as number;
    let events = 0;
    let died = 0;
    let censored = 0;
    for (; p >= from && time[p] === t; p--) {
      const w = weight === undefined ? 1 : (weight[p] as number);
      if (event[p] !== 0) {
        events += w;
        died++;
      } else {
        censored += w;
      }
      people++;
    }
    ahead += events + censored;
    if (entry !== undefined && byEntry !== undefined) {
      for (; q >= from; q--) {
        const late = byEntry[q] as number;
        if ((entry[late] as number) < t) break;
        outside += weight === undefined ? 1 : (weight[late] as number);
        outsiders++;
      }
    }
    if (rows === 'events' && died === 0) continue;
    table.time[r] = t;
    table.atRisk[r] = ahead - outside;
    // Everyone at risk died: exactly so, whatever the order in which weights were summed.
    table.events[r] = died === people - outsiders ? ahead - outside : events;
    table.censored[r] = censored;
    r--;
  }
  return table;
}

function countRows(
  time: Float64Array,
  event: Uint8Array,
  from: number,
  to: number,
  rows: Rows,
): number {
  let count = 0;
  if (rows === 'all') {
    for (let p = from; p < to; p++) if (p === from || time[p] !== time[p - 1]) count++;
    return count;
  }
  let last = Number.NaN;
  for (let p = from; p < to; p++) {
    if (event[p] === 0 || time[p] === last) continue;
    last = time[p] as number;
    count++;
  }
  return count;
}
