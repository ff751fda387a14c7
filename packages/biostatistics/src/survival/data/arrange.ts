import type { Codes, SortedPeople } from './input.ts';
import type { Sorted } from './order.ts';

/**
 * People laid out for one pass: by stratum, and in it by ascending time. Position p below means
 * the place in this layout; `row[p]` is the place in the caller's arrays.
 */
export interface Arranged {
  /** Rows given; positions are fewer where rows have weight 0. */
  readonly n: number;
  /** Stratum s is positions starts[s] … starts[s+1]−1. */
  readonly starts: Uint32Array;
  readonly row: Uint32Array;
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly weight: Float64Array | undefined;
  readonly entry: Float64Array | undefined;
  /** Positions by stratum (same `starts`) and ascending entry. */
  readonly byEntry: Uint32Array | undefined;
}

/** Lays sorted people out by stratum. */
export function arrange(
  { checked, time: sorted, entry: entered }: SortedPeople,
  strata?: Codes,
): Arranged {
  const { row, time, starts } = byStratum(sorted, strata);
  const { n } = checked;
  const weight = checked.weight && gather(checked.weight, row);
  const event = gatherBytes(checked.event, row);
  if (entered === undefined) {
    return { n, starts, row, time, event, weight, entry: undefined, byEntry: undefined };
  }
  const place = new Uint32Array(n);
  for (let p = 0; p < row.length; p++) place[row[p] as number] = p;
  const entries = byStratum(entered, strata);
  const byEntry = entries.row.map((r) => place[r] as number);
  const entry = new Float64Array(row.length);
  for (let q = 0; q < row.length; q++) entry[byEntry[q] as number] = entries.time[q] as number;
  return { n, starts, row, time, event, weight, entry, byEntry };
}

/** Sorted values split by stratum, the order kept within each. */
function byStratum(
  { order, values }: Sorted,
  strata: Codes | undefined,
): { row: Uint32Array; time: Float64Array; starts: Uint32Array } {
  const n = order.length;
  if (strata === undefined || strata.count === 1) {
    return { row: order, time: values, starts: Uint32Array.of(0, n) };
  }
  const { of, count } = strata;
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < n; i++) {
    const next = (of[order[i] as number] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let s = 1; s <= count; s++) starts[s] = (starts[s] as number) + (starts[s - 1] as number);
  const next = starts.slice();
  const row = new Uint32Array(n);
  const time = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const from = order[i] as number;
    const s = of[from] as number;
    const to = next[s] as number;
    next[s] = to + 1;
    row[to] = from;
    time[to] = values[i] as number;
  }
  return { row, time, starts };
}

/** `values` read in the order of `row`. */
function gather(values: Float64Array, row: Uint32Array): Float64Array {
  const n = row.length;
  const result = new Float64Array(n);
  for (let p = 0; p < n; p++) result[p] = values[row[p] as number] as number;
  return result;
}

function gatherBytes(values: Uint8Array, row: Uint32Array): Uint8Array {
  const n = row.length;
  const result = new Uint8Array(n);
  for (let p = 0; p < n; p++) result[p] = values[row[p] as number] as number;
  return result;
}
