import { expectedPrevalence } from '@nodp/biostatistics';
import type { Band } from './bands.ts';

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

/** Rates by 18 age groups of bands of cases: one for all ages of a band. */
export const ratesOf = (cases: readonly Band[], lived: ArrayLike<number>): Float64Array => {
  const rates = new Float64Array(GROUPS);
  for (const { from, to, persons } of cases) {
    let years = 0;
    for (let group = from; group < to; group++) years += lived[group] as number;
    if (years > 0) rates.fill(persons / years, from, to);
  }
  return rates;
};

/**
 * By what limited-duration prevalence is multiplied to be complete: Σ alive by attained age over its completeness index
 * (Capocaccia and De Angelis 1997), over Σ alive. The index of a band is that of its ages by the people who live at them.
 * Made of shown numbers alone, so that it tells no more than they do. Null where nobody is alive, or none of their ages has
 * an incidence.
 * @param alive patients alive by attained age, diagnosed within `duration` years
 * @param incidence rates by 18 age groups, any unit
 * @param lived person-years by 18 age groups
 */
export const completeOverLimited = (
  alive: readonly Band[],
  incidence: ArrayLike<number>,
  lived: ArrayLike<number>,
  survival: RelativeSurvival,
  duration: number,
): number | null => {
  const byAge = Float64Array.from(
    { length: OLDEST + 1 },
    (_, age) => incidence[groupOf(age)] as number,
  );
  let [limited, complete, incident] = [0, 0, false];
  for (const { from, to, persons } of alive) {
    let [seen, all] = [0, 0];
    for (let group = from; group < to; group++) {
      const age = middleOf(group);
      const people = lived[group] as number;
      seen += people * expectedPrevalence(byAge, survival, age, duration);
      all += people * expectedPrevalence(byAge, survival, age, age + 1);
    }
    limited += persons;
    // Patients of ages at which nobody is known to have fallen ill are counted as they are.
    if (all === 0) complete += persons;
    else {
      if (seen === 0) return null;
      incident = true;
      complete += (persons * all) / seen;
    }
  }
  return incident ? complete / limited : null;
};
