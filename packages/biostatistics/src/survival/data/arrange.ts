import { BiostatisticsError } from '../../errors.ts';
import { type CheckedInput, type Codes, entriesBeforeTimes } from './input.ts';
import { ascendingOrder, partition } from './order.ts';
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

const ONE_STRATUM = (n: number): Codes => ({ of: new Uint8Array(n), count: 1 });

/** @param given the caller's own order by time, verified here */
export function arrange(
  input: CheckedInput,
  strata: Codes = ONE_STRATUM(input.n),
  given?: Uint32Array,
): Arranged {
  const { n } = input;
  const byTime = given === undefined ? ascendingOrder(input.time) : verified(given, input.time);
  const rowsByEntry = input.entry === undefined ? undefined : ascendingOrder(input.entry);
  const { time, entry } = joinTies(input, byTime, rowsByEntry);
  if (entry !== undefined && entry !== input.entry) entriesBeforeTimes(entry, time);
  const { order: row, starts } = partition(byTime, strata.of, strata.count);
  return {
    n,
    starts,
    row,
    time: gather(time, row),
    event: gatherBytes(input.event, row),
    weight: input.weight && gather(input.weight, row),
    entry: entry && gather(entry, row),
    byEntry: rowsByEntry && positions(partition(rowsByEntry, strata.of, strata.count).order, row),
  };
}

/** `values` read in the order of `row`. */
export function gather(values: Float64Array, row: Uint32Array): Float64Array {
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

function positions(rows: Uint32Array, row: Uint32Array): Uint32Array {
  const n = row.length;
  const positionOf = new Uint32Array(n);
  for (let p = 0; p < n; p++) positionOf[row[p] as number] = p;
  const result = new Uint32Array(n);
  for (let q = 0; q < n; q++) result[q] = positionOf[rows[q] as number] as number;
  return result;
}

function verified(order: Uint32Array, time: Float64Array): Uint32Array {
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
    before = at;
  }
  return order;
}
