/**
 * A set of rows: bit `i % 32` of word `i / 32` is set where row `i` belongs to it. Bits past the last row
 * are 0. Once made it is not changed: sets are retained and shared.
 */
export type Bits = Uint32Array;

export const none = (rows: number): Bits => new Uint32Array((rows + 31) >>> 5);

export const every = (rows: number): Bits => {
  const bits = none(rows).fill(0xffffffff);
  const rest = rows & 31;
  if (rest > 0) bits[bits.length - 1] = 2 ** rest - 1;
  return bits;
};

/** Adds a row. */
export const add = (bits: Bits, row: number): void => {
  bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
};

export const has = (bits: Bits, row: number): boolean =>
  (((bits[row >>> 5] as number) >>> (row & 31)) & 1) === 1;

// Three loops, not one that takes the operation as a variable: that would be a call for every word.
export const and = (a: Bits, b: Bits): Bits => {
  const bits = new Uint32Array(a.length);
  for (let i = 0; i < bits.length; i++) bits[i] = (a[i] as number) & (b[i] as number);
  return bits;
};

export const or = (a: Bits, b: Bits): Bits => {
  const bits = new Uint32Array(a.length);
  for (let i = 0; i < bits.length; i++) bits[i] = (a[i] as number) | (b[i] as number);
  return bits;
};

export const without = (a: Bits, b: Bits): Bits => {
  const bits = new Uint32Array(a.length);
  for (let i = 0; i < bits.length; i++) bits[i] = (a[i] as number) & ~(b[i] as number);
  return bits;
};

/** How many bits of a word are set (Hamming weight; Warren, Hacker's Delight, 2nd ed., figure 5-2). */
export const weight = (word: number): number => {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** How many belong to it. */
const size = (bits: Bits): number => {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += weight(bits[i] as number);
  return count;
};

/** Place of the lowest bit that is set in a word. */
export const lowest = (word: number): number => 31 - Math.clz32(word & -word);

/** Calls with every row that belongs to it, in order. */
export const forEach = (bits: Bits, visit: (row: number) => void): void => {
  for (let word = 0; word < bits.length; word++)
    for (let left = bits[word] as number; left !== 0; left &= left - 1)
      visit((word << 5) + lowest(left));
};

/** Every row that belongs to it, in order: for what goes over them more than once. */
export const rowsIn = (bits: Bits): Int32Array => {
  const rows = new Int32Array(size(bits));
  let n = 0;
  for (let word = 0; word < bits.length; word++)
    for (let left = bits[word] as number; left !== 0; left &= left - 1)
      rows[n++] = (word << 5) + lowest(left);
  return rows;
};
