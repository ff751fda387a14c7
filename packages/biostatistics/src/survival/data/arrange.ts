import { BiostatisticsError } from '../../errors.ts';
import { type CheckedInput, type Codes, entriesBeforeTimes } from './input.ts';
import { type Sorted, sortAscending } from './order.ts';
import { joinTies } from './ties.ts';

/**
 * People laid out for one pass: by stratum, and in it by ascending time. Position p below means
 * the place in this layout; `row[p]` is the place in the caller's arrays.
 */
export interface Arranged {
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

/** @param given the caller's own order by time, verified here */
export function arrange(input: CheckedInput, strata?: Codes, given?: Uint32Array): Arranged {
  const { n } = input;
  const sortedTime = given === undefined ? sortAscending(input.time) : verified(given, input.time);
  const sortedEntry = input.entry === undefined ? undefined : sortAscending(input.entry);
  const joined = joinTies(sortedTime, sortedEntry);
  const { row, time, starts } = byStratum(joined.time, strata);
  const weight = input.weight && gather(input.weight, row);
  const event = gatherBytes(input.event, row);
  if (joined.entry === undefined) {
    return { n, starts, row, time, event, weight, entry: undefined, byEntry: undefined };
  }
  const place = new Uint32Array(n);
  for (let p = 0; p < n; p++) place[row[p] as number] = p;
  const entries = byStratum(joined.entry, strata);
  const byEntry = entries.row.map((r) => place[r] as number);
  const entry = new Float64Array(n);
  for (let q = 0; q < n; q++) entry[byEntry[q] as number] = entries.time[q] as number;
  // Joining near ties may have left an interval without length.
  if (joined.entry !== sortedEntry) entriesBeforeTimes(entry, time);
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
    const next = (of[i] as number) + 1;
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

function verified(order: Uint32Array, time: Float64Array): Sorted {
  const values = new Float64Array(order.length);
  const n = order.length;
  const seen = new Uint8Array(n);
  let before = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < n; index++) {
    const row = order[index] as number;
    const at = row < n && seen[row] === 0 ? (time[row] as number) : Number.NaN;
    if (!(at >= before)) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'order', index },
        'is not a permutation of the rows in ascending time; leave it out to have it made',
      );
    }
    seen[row] = 1;
    values[index] = at;
    before = at;
  }
  return { order, values };
}
