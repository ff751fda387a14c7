/**
 * Times that ought to be equal but differ by rounding (3 − 2.9 and 0.1) are made equal before any
 * risk set is formed, by the rule of R's survival package (`aeqSurv`, from its `all.equal`): in
 * the ascending list of distinct times, neighbours nearer than √ε, absolutely or relative to the
 * mean of the distinct times, are one time: the first of their run.
 */

/** √ε of double precision. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

export interface Times {
  readonly time: Float64Array;
  readonly entry: Float64Array | undefined;
}

/**
 * @param order rows by ascending time
 * @param entryOrder rows by ascending entry
 * @returns the same arrays when nothing was to be made equal, otherwise corrected copies
 */
export function joinTies(
  { time, entry }: Times,
  order: Uint32Array,
  entryOrder: Uint32Array | undefined,
): Times {
  const merged = mergedWalk(time, order, entry, entryOrder);
  let distinct = 0;
  let sum = 0;
  let before = Number.NaN;
  let nearest = Number.POSITIVE_INFINITY;
  merged((value) => {
    if (value === before) return value;
    if (distinct > 0 && value - before < nearest) nearest = value - before;
    distinct++;
    sum += value;
    before = value;
    return value;
  });
  const gap = TOLERANCE * Math.max(1, sum / distinct);
  if (nearest > gap) return { time, entry };
  const corrected = { time: time.slice(), entry: entry?.slice() };
  before = Number.NaN;
  let first = Number.NaN;
  mergedWalk(
    time,
    order,
    entry,
    entryOrder,
  )((value) => {
    if (!(value - before <= gap)) first = value;
    before = value;
    return first;
  }, corrected);
  return corrected;
}

type Visit = (value: number) => number;

/** Goes through times and entries together in ascending order, once. */
function mergedWalk(
  time: Float64Array,
  order: Uint32Array,
  entry: Float64Array | undefined,
  entryOrder: Uint32Array | undefined,
): (visit: Visit, write?: { time: Float64Array; entry: Float64Array | undefined }) => void {
  return (visit, write) => {
    const n = order.length;
    const entries = entry === undefined || entryOrder === undefined ? 0 : n;
    let q = 0;
    for (let i = 0; i < n; i++) {
      const row = order[i] as number;
      const at = time[row] as number;
      for (; q < entries; q++) {
        const entryRow = (entryOrder as Uint32Array)[q] as number;
        const enters = (entry as Float64Array)[entryRow] as number;
        if (enters > at) break;
        const value = visit(enters);
        if (write?.entry) write.entry[entryRow] = value;
      }
      const value = visit(at);
      if (write) write.time[row] = value;
    }
  };
}
