/**
 * Ascending values some of which are taken away as time goes on, asked for the one nearest to a
 * point. Runs of taken values are skipped by union–find (Tarjan 1975) to either side.
 */
export class NearestFree {
  readonly #values: Float64Array;
  /** Nearest free place at or below, shifted by 1 (0: none); at or above (length: none). */
  readonly #down: Int32Array;
  readonly #up: Int32Array;

  constructor(ascending: Float64Array) {
    const n = ascending.length;
    this.#values = ascending;
    this.#down = Int32Array.from({ length: n + 1 }, (_, k) => k);
    this.#up = Int32Array.from({ length: n + 1 }, (_, k) => k);
  }

  /** Place of the nearest free value within `reach`, not among `except`; −1 when there is none. */
  nearest(point: number, reach: number, except: ReadonlySet<number>): number {
    const values = this.#values;
    const low = lowerBound(values, point);
    let below = find(this.#down, low) - 1;
    while (below >= 0 && except.has(below)) below = find(this.#down, below) - 1;
    let above = find(this.#up, low);
    while (above < values.length && except.has(above)) above = find(this.#up, above + 1);
    const under = below >= 0 ? point - (values[below] as number) : Infinity;
    const over = above < values.length ? (values[above] as number) - point : Infinity;
    if (under === Infinity && over === Infinity) return -1;
    if (Math.min(under, over) > reach) return -1;
    if (over < under) return above;
    // Of equal values the earliest row: the first free place of their run.
    let place = find(this.#up, lowerBound(values, values[below] as number));
    while (except.has(place)) place = find(this.#up, place + 1);
    return place;
  }

  take(place: number): void {
    this.#down[place + 1] = place;
    this.#up[place] = place + 1;
  }
}

function find(parent: Int32Array, start: number): number {
  let root = start;
  while (parent[root] !== root) root = parent[root] as number;
  let at = start;
  while (parent[at] !== root && at !== root) {
    const next = parent[at] as number;
    parent[at] = root;
    at = next;
  }
  return root;
}

/** First place whose value is not below the point. */
function lowerBound(ascending: Float64Array, point: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < point) low = middle + 1;
    else high = middle;
  }
  return low;
}
