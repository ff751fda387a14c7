import { noiseTable } from './noise-table.ts';
import type { DisclosureRule } from './rule.ts';

/**
 * A set of persons, or of their cases, counted: exact, not to be shown. Its key is the sum of the keys of those counted,
 * modulo 2³²: code that adds up counts adds up keys likewise, and the same set has the same key however it was put together.
 */
export interface Keyed {
  readonly count: number;
  /** Unsigned, 32 bits. */
  readonly key: number;
}

/** A count with the move that its key (or those of its parts) gave it. */
export interface Counted {
  /** Exact. */
  readonly count: number;
  readonly moved: number;
  /** What was moved by itself. */
  readonly parts: readonly Keyed[];
}

/** Scatters 32 bits, so that sums of keys that are near lie anywhere (the finaliser of MurmurHash3, Appleby). */
export const scattered = (key: number): number => {
  let h = key >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** Another key of the same set, for a figure of its own. */
const saltedKey = (key: number, salt: number): number =>
  scattered((scattered(key) + Math.imul(salt + 1, 0x9e3779b1)) >>> 0);

/** By how much a set is moved: a function of the set alone. */
const moveOf = (count: number, key: number, rule: DisclosureRule): number => {
  if (count === 0) return 0;
  const { moves, sums } = noiseTable(rule);
  const row = Math.min(count, moves.length - 1);
  const u = scattered(key) / 2 ** 32;
  const sum = sums[row] as Float64Array;
  let place = 0;
  while (place < sum.length - 1 && u >= (sum[place] as number)) place++;
  return (moves[row] as readonly number[])[place] as number;
};

const checked = (count: number): number => {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`${count} is no count of persons.`);
  return count;
};

/** A set moved as one. */
export const counted = (set: Keyed, rule: DisclosureRule): Counted => together([set], rule);

export const nobody: Counted = { count: 0, moved: 0, parts: [] };

/**
 * Parts that a reader chose freely (provinces, sites, years), each moved by itself and added up. Asking for many choices
 * then tells no more than asking for each part once: an average over choices finds the parts as they were moved.
 */
export const together = (parts: readonly Keyed[], rule: DisclosureRule): Counted => {
  let [count, moved] = [0, 0];
  for (const part of parts) {
    count += checked(part.count);
    moved += moveOf(part.count, part.key, rule);
  }
  return { count, moved, parts };
};

/** One more move of the same set, for a figure of its own (a weighted rate, a point of a curve): another salt, another move. */
export const moveAgain = ({ parts }: Counted, salt: number, rule: DisclosureRule): number =>
  parts.reduce(
    (sum, { count, key }) => sum + moveOf(count, saltedKey(saltedKey(key, count), salt), rule),
    0,
  );

/** A part of a set that the set and its name tell (those who died, those seen again), moved for itself. */
export const partOf = (
  of: Counted,
  name: number,
  count: number,
  rule: DisclosureRule,
): Counted => ({
  count: checked(count),
  moved: count === 0 ? 0 : Math.max(-count, moveAgain(of, saltedKey(count, name), rule)),
  parts: of.parts,
});

/**
 * Counts that are weighed and added up (cases by age in a standardised rate): moved in proportion as a whole, by a move of
 * their own. Rates under several standards are then no equations for the counts.
 */
export const movedTogether = (
  exact: Float64Array,
  of: Counted,
  salt: number,
  rule: DisclosureRule,
): Float64Array => {
  const share = of.count === 0 ? 0 : Math.max(0, of.count + moveAgain(of, salt, rule)) / of.count;
  return exact.map((count) => count * share);
};

/** The sum of sets that have no person twice: one set. */
export const joined = (sets: readonly Keyed[]): Keyed => {
  let [count, key] = [0, 0];
  for (const set of sets) {
    count += set.count;
    key = (key + set.key) >>> 0;
  }
  return { count, key };
};
