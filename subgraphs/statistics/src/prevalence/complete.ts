import { completenessIndex } from '@nodp/biostatistics';

/** Whole years of age; all of 90 and more are 90. */
const OLDEST = 90;
const GROUPS = 18;

/** Whole years in the middle of a five-year age group; some 90 of 85 and more. */
const middleOf = (group: number): number => (group === GROUPS - 1 ? OLDEST : 5 * group + 2);

const groupOf = (age: number): number => Math.min(GROUPS - 1, Math.floor(age / 5));

/** Relative survival some years after a diagnosis at an age. */
export type RelativeSurvival = (ageAtDiagnosis: number, years: number) => number;

/** A curve by whole years after diagnosis, 1 at diagnosis: straight between years, level beyond its end, and never above 1. */
export const levelBeyond = (byYear: readonly number[]): ((years: number) => number) => {
  const curve = [1, ...byYear.map((survival) => Math.min(1, survival))];
  return (years) => {
    const before = Math.min(curve.length - 1, Math.floor(years));
    const after = Math.min(curve.length - 1, before + 1);
    const [from, to] = [curve[before] as number, curve[after] as number];
    return from + (to - from) * Math.min(1, years - before);
  };
};

/**
 * By what limited-duration prevalence is multiplied to be complete: Σ alive by attained age over its completeness index
 * (Capocaccia and De Angelis 1997), over Σ alive. Null where nobody is alive, or
 * none of their ages has an incidence.
 * @param alive patients alive by 18 attained age groups, diagnosed within `duration` years
 * @param incidence rates by 18 age groups, any unit
 */
export const completeOverLimited = (
  alive: ArrayLike<number>,
  incidence: ArrayLike<number>,
  survival: RelativeSurvival,
  duration: number,
): number | null => {
  const byAge = Float64Array.from(
    { length: OLDEST + 1 },
    (_, age) => incidence[groupOf(age)] as number,
  );
  let [limited, complete, incident] = [0, 0, false];
  for (let group = 0; group < GROUPS; group++) {
    const own = alive[group] as number;
    if (own === 0) continue;
    const age = middleOf(group);
    const known = byAge.subarray(0, age + 1).some((rate) => rate > 0);
    // Patients of an age until which nobody is known to fall ill are counted as they are.
    const seen = known ? completenessIndex(byAge, survival, age, duration) : 1;
    if (!(seen > 0)) return null;
    incident ||= known;
    limited += own;
    complete += own / seen;
  }
  return incident ? complete / limited : null;
};
