import type { Keyed } from './counted.ts';

/**
 * How many sums a fingerprint has. Two sets that differ by fewer than the minimum cell differ in fewer of them; sets that
 * differ by twice as many as the minimum cell are taken for near less often than once in a million.
 */
export const SUMS = 64;

/**
 * What tells sets apart without holding them: the persons' keys, added up in one of the sums each; which, is a person's own
 * for as long as a release is open. A person more or less changes one of the sums; their total is the key of the set.
 */
export type Fingerprint = Int32Array;

/**
 * Adds a person. Keys and sums are signed here: unsigned ones become floating-point numbers, which took four times as long.
 * @param place of the person's sum
 */
export const addPerson = (sums: Int32Array, place: number, key: number): void => {
  sums[place] = ((sums[place] as number) + key) | 0;
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
