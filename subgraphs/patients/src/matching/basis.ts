import type { IdentityCipher } from '@nodp/database';
import { type Frequencies, type Model, nameTerms, type Person, personModel } from '@nodp/linkage';

/** How common the names of a pool are: of how many, and the probability that two share one. */
interface Share {
  readonly total: number;
  readonly average: number;
}

/** What a pool taught. */
export interface LearntModel {
  readonly model: Model;
  readonly written: Share;
  readonly sound: Share;
}

/** By what pairs are weighed. */
export interface Basis {
  readonly model: Model;
  readonly frequencies: Readonly<Record<string, Frequencies | undefined>>;
}

/** The keyed hashes of a person's name, as written and as it sounds. */
export const termsOf = (
  cipher: IdentityCipher,
  person: Person,
): { readonly written: number | null; readonly sound: number | null } => {
  const terms = nameTerms(person);
  if (terms === null) return { written: null, sound: null };
  return {
    written: cipher.matchHash(`written|${terms.written}`),
    sound: cipher.matchHash(`sound|${terms.sound}`),
  };
};

/** A pool below this size says little of how common a name is. */
const FEWEST = 200;

/**
 * @param learnt null where the pool has taught nothing yet
 * @param records how many there are
 * @param counts how many records share a name's hash; names that nobody shares are left out
 */
export const basisOf = (
  cipher: IdentityCipher,
  learnt: LearntModel | null,
  records: number,
  counts: ReadonlyMap<number, number>,
): Basis => {
  const shares = (kind: 'written' | 'sound'): Frequencies | undefined => {
    const share = learnt?.[kind];
    if (share === undefined || share.total < FEWEST) return undefined;
    const of = (term: string): number =>
      (counts.get(cipher.matchHash(`${kind}|${term}`)) ?? 0) / share.total;
    return { ...share, of };
  };
  return {
    model: learnt?.model ?? personModel(records),
    frequencies: { 'name same': shares('written'), 'name sound': shares('sound') },
  };
};
