/**
 * Sorting people by time, for a million at once: an index is sorted, never the people, and never
 * with a comparison where counting or radix passes will do.
 */

/** Below this length a comparison sort beats setting up histograms. */
const SMALL = 512;
/** Whole-number times (days, months) up to this many distinct values are sorted by counting. */
const COUNTING_RANGE = 1 << 21;
const DIGIT_BITS = 11;
const RADIX = 1 << DIGIT_BITS;
const MASK = RADIX - 1;

/** Rows in ascending order of their values, and the values in that order. */
export interface Sorted {
  readonly order: Uint32Array;
  readonly values: Float64Array;
}

/**
 * The rows of `values` in ascending order; equal values keep the order of their rows (stable).
 *
 * @param values finite numbers, any order, length n
 * @returns row numbers, length n, so that `values[order[0]] <= values[order[1]] <= …`
 */
export function ascendingOrder(values: Float64Array): Uint32Array {
  return sortAscending(values).order;
}

/**
 * O(n): counting sort when the values are whole numbers of a moderate range; otherwise by place in
 * their range (two passes and a finish by insertion), or, where they crowd together, least
 * significant digit first radix sort on the IEEE 754 bits (Knuth, TAOCP vol. 3, §5.2.5). At most
 * 32 bytes a row of extra memory while it runs.
 */
export function sortAscending(values: Float64Array): Sorted {
  const n = values.length;
  let sorted = true;
  let whole = true;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    if (value < before) sorted = false;
    if (whole && value !== Math.floor(value)) whole = false;
    if (value < least) least = value;
    if (value > most) most = value;
    before = value;
  }
  if (sorted) return { order: identity(n), values };
  if (n <= SMALL) return read(values, smallOrder(values));
  if (whole && most - least < Math.min(COUNTING_RANGE, 8 * n)) {
    return read(values, countingOrder(values, least, most - least + 1));
  }
  return placeOrder(values, least, most) ?? read(values, radixOrder(values));
}

function read(values: Float64Array, order: Uint32Array): Sorted {
  const n = order.length;
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++) result[i] = values[order[i] as number] as number;
  return { order, values: result };
}

/**
 * Sorts by the place of a value in [least, most], cut into 2²² equal parts (two radix passes), and
 * finishes by insertion; undefined when the values crowd so that insertion would not be linear.
 */
function placeOrder(values: Float64Array, least: number, most: number): Sorted | undefined {
  const n = values.length;
  const scale = (RADIX * RADIX - 1) / (most - least);
  if (!(scale > 0 && Number.isFinite(scale))) return undefined;
  const low = new Uint32Array(RADIX + 1);
  const high = new Uint32Array(RADIX + 1);
  const key = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const place = ((values[i] as number) - least) * scale;
    key[i] = place;
    const l = (place & MASK) + 1;
    const h = (place >>> DIGIT_BITS) + 1;
    low[l] = (low[l] as number) + 1;
    high[h] = (high[h] as number) + 1;
  }
  for (let d = 1; d <= RADIX; d++) {
    low[d] = (low[d] as number) + (low[d - 1] as number);
    high[d] = (high[d] as number) + (high[d - 1] as number);
  }
  const first = new Uint32Array(n);
  const firstKey = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    const d = (key[i] as number) & MASK;
    const to = low[d] as number;
    low[d] = to + 1;
    first[to] = i;
    firstKey[to] = (key[i] as number) >>> DIGIT_BITS;
  }
  const order = key; // no longer needed as keys
  for (let i = 0; i < n; i++) {
    const d = firstKey[i] as number;
    const to = high[d] as number;
    high[d] = to + 1;
    order[to] = first[i] as number;
  }
  const sorted = read(values, order);
  return insert(sorted) ? sorted : undefined;
}

/** Insertion sort of what is nearly sorted; false once it has taken more than 8 n moves. */
function insert({ order, values }: Sorted): boolean {
  const n = order.length;
  let moves = 0;
  for (let i = 1; i < n; i++) {
    const value = values[i] as number;
    if ((values[i - 1] as number) <= value) continue;
    const row = order[i] as number;
    let j = i;
    for (; j > 0 && (values[j - 1] as number) > value; j--) {
      values[j] = values[j - 1] as number;
      order[j] = order[j - 1] as number;
    }
    values[j] = value;
    order[j] = row;
    moves += i - j;
    if (moves > 8 * n) return false;
  }
  return true;
}

function identity(n: number): Uint32Array {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return order;
}

function smallOrder(values: Float64Array): Uint32Array {
  return identity(values.length).sort(
    (a, b) => (values[a] as number) - (values[b] as number) || a - b,
  );
}

function countingOrder(values: Float64Array, least: number, range: number): Uint32Array {
  const next = new Uint32Array(range + 1);
  const n = values.length;
  for (let i = 0; i < n; i++) {
    const slot = (values[i] as number) - least + 1;
    next[slot] = (next[slot] as number) + 1;
  }
  for (let slot = 1; slot <= range; slot++) {
    next[slot] = (next[slot] as number) + (next[slot - 1] as number);
  }
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const slot = (values[i] as number) - least;
    const place = next[slot] as number;
    order[place] = i;
    next[slot] = place + 1;
  }
  return order;
}

function radixOrder(values: Float64Array): Uint32Array {
  const n = values.length;
  let { high, low }: { high: Uint32Array; low: Uint32Array } = sortableBits(values);
  let order: Uint32Array = identity(n);
  let highOut: Uint32Array = new Uint32Array(n);
  let lowOut: Uint32Array = new Uint32Array(n);
  let orderOut: Uint32Array = new Uint32Array(n);
  const next = new Uint32Array(RADIX);
  for (let bit = 0; bit < 64; bit += DIGIT_BITS) {
    next.fill(0);
    for (let i = 0; i < n; i++) {
      const d = digit(high[i] as number, low[i] as number, bit);
      next[d] = (next[d] as number) + 1;
    }
    if (next[digit(high[0] as number, low[0] as number, bit)] === n) continue;
    let place = 0;
    for (let d = 0; d < RADIX; d++) {
      const count = next[d] as number;
      next[d] = place;
      place += count;
    }
    for (let i = 0; i < n; i++) {
      const h = high[i] as number;
      const l = low[i] as number;
      const d = digit(h, l, bit);
      const to = next[d] as number;
      next[d] = to + 1;
      highOut[to] = h;
      lowOut[to] = l;
      orderOut[to] = order[i] as number;
    }
    [high, highOut] = [highOut, high];
    [low, lowOut] = [lowOut, low];
    [order, orderOut] = [orderOut, order];
  }
  return order;
}

/** The bits of each number turned so that unsigned comparison of (high, low) orders the numbers. */
function sortableBits(values: Float64Array): { high: Uint32Array; low: Uint32Array } {
  const n = values.length;
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * n);
  const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
  const high = new Uint32Array(n);
  const low = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    let h = words[2 * i + (littleEndian ? 1 : 0)] as number;
    let l = words[2 * i + (littleEndian ? 0 : 1)] as number;
    if (h === 0x80000000 && l === 0) h = 0; // −0 is 0
    if (h & 0x80000000) {
      h = ~h;
      l = ~l;
    } else {
      h = h | 0x80000000;
    }
    high[i] = h;
    low[i] = l;
  }
  return { high, low };
}

function digit(high: number, low: number, bit: number): number {
  if (bit >= 32) return (high >>> (bit - 32)) & MASK;
  const fromLow = low >>> bit;
  return bit + DIGIT_BITS <= 32 ? fromLow & MASK : (fromLow | (high << (32 - bit))) & MASK;
}

/**
 * Reorder `order` so that rows come by `code` first, keeping the given order within a code.
 *
 * @param order rows in the order to keep within each code
 * @param codes 0 … count−1, one a row
 * @returns the order, and where each code's rows begin (length count + 1)
 */
export function partition(
  order: Uint32Array,
  codes: ArrayLike<number>,
  count: number,
): { order: Uint32Array; starts: Uint32Array } {
  const n = order.length;
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < n; i++) {
    const code = (codes[i] as number) + 1;
    starts[code] = (starts[code] as number) + 1;
  }
  for (let code = 1; code <= count; code++) {
    starts[code] = (starts[code] as number) + (starts[code - 1] as number);
  }
  if (count === 1) return { order, starts };
  const next = starts.slice();
  const result = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const row = order[i] as number;
    const code = codes[row] as number;
    const place = next[code] as number;
    result[place] = row;
    next[code] = place + 1;
  }
  return { order: result, starts };
}
