import type { Keyed } from './counted.ts';

/**
 * How many sums a fingerprint has. Two sets that differ by fewer than the minimum cell differ in fewer of them; sets that
 * differ by twice as many as the minimum cell are taken for near less often than once in a million.
 */
export const SUMS = 64;
const SHIFT = 26;

/**
 * What tells sets apart without holding them: the persons' keys, added up by the first six bits of the key. A person more
 * or less changes one of the sums; their total is the key of the set.
 */
export type Fingerprint = Uint32Array;

/** Adds a person. */
export const addPerson = (sums: Uint32Array, at: number, key: number): void => {
  const place = at + (key >>> SHIFT);
  sums[place] = ((sums[place] as number) + key) >>> 0;
};

/** A set with its fingerprint. */
export interface Printed extends Keyed {
  readonly sums: Fingerprint;
}

export const printed = (count: number, sums: Fingerprint): Printed => ({
  count,
  key: sums.reduce((total, sum) => (total + sum) >>> 0, 0),
  sums,
});

/**
 * Whether two sets may differ by fewer persons than `few`: never false where they do.
 * A person of the one and not of the other changes one sum, and the count by one at most.
 */
export const areNear = (a: Printed, b: Printed, few: number): boolean => {
  if (Math.abs(a.count - b.count) >= few) return false;
  let different = 0;
  for (let i = 0; i < SUMS; i++) if (a.sums[i] !== b.sums[i] && ++different >= few) return false;
  return true;
};

export const areSame = (a: Printed, b: Printed): boolean =>
  a.count === b.count && a.key === b.key && areNear(a, b, 1);
