import { type Numbers, nonNegative, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';

/** Age groups by their first year of age, in order; the last one is open. */
export type AgeGroups = readonly number[];

/** 0–4, 5–9, …, 80–84, 85+. */
export const ageGroups18: AgeGroups = Array.from({ length: 18 }, (_, group) => group * 5);

/** 0, 1–4, 5–9, …, 80–84, 85+. */
export const ageGroups19: AgeGroups = [0, 1, ...ageGroups18.slice(1)];

/** Cases, person-years and standard weights by age group. */
export type AgeTable = {
  readonly cases: Float64Array;
  readonly personYears: Float64Array;
  readonly weights: Float64Array;
};

/**
 * Makes the last group with person-years the open one: groups after it that hold none (a registry
 * whose population is only known to 75+ or 80+) give it their cases and their standard weights.
 * Groups below keep theirs. Source: Boyle & Parkin, in Jensen et al., Cancer Registration:
 * Principles and Methods, IARC Sci. Publ. 95 (1991), ch. 11; as IARC's Rcan does.
 * @throws {BiostatisticsError} `lengths-differ`, `negative-value`, `zero-person-years` (all zero)
 */
export function closeOpenGroup(cases: Numbers, personYears: Numbers, weights: Numbers): AgeTable {
  sameLength({ cases, personYears, weights });
  nonNegative('cases', cases);
  nonNegative('personYears', personYears);
  nonNegative('weights', weights);
  let last = personYears.length - 1;
  while (last >= 0 && personYears[last] === 0) last--;
  if (last < 0) {
    throw new BiostatisticsError('zero-person-years', 'personYears', 'nobody was observed at all');
  }
  return {
    cases: foldTail(cases, last),
    personYears: foldTail(personYears, last),
    weights: foldTail(weights, last),
  };
}

/** The first `last + 1` values, all later ones added to the last. */
function foldTail(values: Numbers, last: number): Float64Array {
  const folded = Float64Array.from({ length: last + 1 }, (_, group) => values[group] as number);
  for (let group = last + 1; group < values.length; group++) {
    folded[last] = (folded[last] as number) + (values[group] as number);
  }
  return folded;
}

/**
 * The factor total/known by which rates rise when cases of unknown age are spread over the known
 * ages in proportion (Boyle & Parkin 1991, ch. 11, "cases of unknown age").
 * @throws {BiostatisticsError} `no-events` when there are unknown ages but no known one
 */
export function unknownAgeFactor(cases: Numbers, unknown: number): number {
  nonNegative('unknownAge', [unknown]);
  if (unknown === 0) return 1;
  let known = 0;
  for (let group = 0; group < cases.length; group++) known += cases[group] as number;
  if (known === 0) {
    throw new BiostatisticsError(
      'no-events',
      'unknownAge',
      `${unknown} cases of unknown age cannot be spread where no age is known`,
    );
  }
  return (known + unknown) / known;
}

/**
 * Positions [first, end) of the groups that make up ages from `from` up to, not including, `to`.
 * @throws {BiostatisticsError} `out-of-range` when the span cuts a group or reaches the open one
 */
export function groupSpan(groups: AgeGroups, from: number, to: number): [number, number] {
  const first = groups.indexOf(from);
  const end = groups.indexOf(to);
  if (first < 0 || end <= first) {
    throw new BiostatisticsError(
      'out-of-range',
      'span',
      `ages ${from} to ${to} are not a run of whole, closed age groups`,
    );
  }
  return [first, end];
}
