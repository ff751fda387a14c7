import type { Levels } from './lattice.ts';

/** Persons who are alike in every quasi-identifier at its finest, and in all former exports. */
export interface Profile {
  readonly persons: number;
  /** What they were alike with in former exports: a number for each that occurs. */
  readonly history: number;
  /** Their cases in order, each a place of `CaseValues`. */
  readonly cases: readonly number[];
}

/** By quasi-identifier, level and case: the value, as a number from 0. */
export type CaseValues = readonly (readonly Int32Array[])[];

/** Where a profile is at a place of the lattice. */
export interface Placed {
  /** Persons alike. */
  readonly size: number;
  /** Whether further cases have to be left out for that. */
  readonly cut: boolean;
  /** Names the class among those of the place. */
  readonly name: string | number;
}

/** A number for each case, the same for those that are alike at the levels. */
const alikeAt = (values: CaseValues, levels: Levels): Float64Array => {
  const chosen = values.map((all, quasi) => all[levels[quasi] as number] as Int32Array);
  const cases = chosen[0]?.length ?? 0;
  const alike = new Float64Array(cases);
  for (const column of chosen) {
    let most = 0;
    for (const value of column) if (value > most) most = value;
    for (let i = 0; i < cases; i++)
      alike[i] = (alike[i] as number) * (most + 1) + (column[i] as number);
  }
  return alike;
};

const put = <Key>(sizes: Map<Key, number>, key: Key, persons: number): void => {
  sizes.set(key, (sizes.get(key) ?? 0) + persons);
};

/**
 * The class of each profile at a place of the lattice: persons alike in all their cases and in all former exports. Persons of
 * several cases of whom fewer than `k` are alike are counted by their first case alone.
 */
export const classesAt = (
  profiles: readonly Profile[],
  values: CaseValues,
  levels: Levels,
  k: number,
): readonly Placed[] => {
  const alike = alikeAt(values, levels);
  let widest = 1;
  for (const number of alike) if (number >= widest) widest = number + 1;
  const first = ({ history, cases }: Profile): number =>
    history * widest + (alike[cases[0] as number] as number);
  const whole = ({ history, cases }: Profile): string =>
    [history, ...cases.map((at) => alike[at])].join();
  const several = new Map<string, number>();
  for (const profile of profiles)
    if (profile.cases.length > 1) put(several, whole(profile), profile.persons);
  const names = profiles.map((profile): string | number => {
    if (profile.cases.length === 1) return first(profile);
    const name = whole(profile);
    return (several.get(name) as number) < k ? first(profile) : name;
  });
  const sizes = new Map<string | number, number>();
  profiles.forEach(({ persons }, i) => {
    put(sizes, names[i] as string | number, persons);
  });
  return profiles.map(({ cases }, i) => {
    const name = names[i] as string | number;
    return {
      name,
      size: sizes.get(name) as number,
      cut: cases.length > 1 && typeof name === 'number',
    };
  });
};

/** Persons in classes that are too small. */
export const suppressedIn = (
  profiles: readonly Profile[],
  placed: readonly Placed[],
  k: number,
): number =>
  profiles.reduce((sum, { persons }, i) => sum + ((placed[i] as Placed).size < k ? persons : 0), 0);
