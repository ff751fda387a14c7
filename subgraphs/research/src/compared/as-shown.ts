/** A count as it is shown; null where it is hidden. */
export type ShownCount = number | null;

/** One cohort's persons by level, as they are shown. */
export interface ShownArm {
  readonly persons: ShownCount;
  readonly levels: readonly ShownCount[];
  /** Of whom the property is not known. */
  readonly missing: ShownCount;
}

/**
 * The least share of a cohort that has to be seen for a figure to be made of what is seen: a large count may be hidden so that a small
 * one cannot be found by subtraction, and a figure made without it would be wrong.
 */
const LEAST_SEEN = 0.95;

const sum = (counts: readonly ShownCount[]): number =>
  counts.reduce<number>((all, count) => all + (count ?? 0), 0);

/** Persons of whom the property is known, from numbers that are shown; null where they do not tell. */
export const knownOf = ({ persons, levels, missing }: ShownArm): ShownCount => {
  if (!levels.includes(null)) return sum(levels);
  if (persons === null) return null;
  if (missing !== null) return Math.max(persons - missing, sum(levels));
  return sum(levels) >= LEAST_SEEN * persons ? persons : null;
};

const isSeen = (arm: ShownArm, counts: readonly ShownCount[]): boolean => {
  if (!arm.levels.includes(null) && counts.length === arm.levels.length) return true;
  const known = knownOf(arm);
  return known !== null && known > 0 && sum(counts) >= LEAST_SEEN * known;
};

/** A cohort's counts, what is hidden as nobody, where hardly anybody is hidden; else null. */
export const nearlyWhole = (arm: ShownArm): number[] | null =>
  isSeen(arm, arm.levels) ? arm.levels.map((count) => count ?? 0) : null;

/** Counts to be compared: of the levels that are shown in every cohort, where they are nearly everybody of each; else null. */
export const comparable = (
  arms: readonly ShownArm[],
): { readonly levels: readonly number[]; readonly counts: number[][] } | null => {
  const levels = [...(arms[0]?.levels.keys() ?? [])].filter((level) =>
    arms.every((arm) => arm.levels[level] !== null),
  );
  const counts = arms.map((arm) => levels.map((level) => arm.levels[level] as number));
  return arms.every((arm, i) => isSeen(arm, counts[i] as number[])) ? { levels, counts } : null;
};
