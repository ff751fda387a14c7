import { distributionOf } from '../open/distribution.ts';
import type { OpenStudy } from '../open/open-study.ts';
import type { Units } from './units.ts';

/** By what patients of a study are compared: whether a gene is altered, or the values of an attribute. */
export type Grouping = { readonly gene: string } | { readonly attribute: string };

/** Groups with the name of each, and the group of each unit; null: in none. */
interface Groups {
  readonly names: readonly string[];
  readonly of: readonly (number | null)[];
}

/** Values that are compared at most: the most frequent ones. */
const MOST_GROUPS = 6;

const ALTERED = 'ALTERED';
const NOT_ALTERED = 'NOT_ALTERED';

/** Numbers are parted at their median, words by value; a gene only among units that were examined. */
export const groupsOf = (study: OpenStudy, units: Units, by: Grouping): Groups => {
  if ('gene' in by) {
    const altered = units.alterationsOf(by.gene);
    return {
      names: [ALTERED, NOT_ALTERED],
      of: units.examined.map((examined, place) => (altered.has(place) ? 0 : examined ? 1 : null)),
    };
  }
  const values = units.valuesOf(by.attribute);
  const declared = study.attributes.find(({ id }) => id === by.attribute)?.isNumber === true;
  const { isNumber, cells } = distributionOf(values, declared);
  if (isNumber) return atMedian(values);
  const names = cells.slice(0, MOST_GROUPS).map(({ value }) => value);
  const placeOf = new Map(names.map((name, place) => [name, place]));
  return {
    names,
    of: values.map((value) => (value === null ? null : (placeOf.get(value) ?? null))),
  };
};

const atMedian = (values: readonly (string | null)[]): Groups => {
  const numbers = values.map((value) => (value === null ? null : Number(value)));
  const sorted = numbers.filter((value) => value !== null).toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return {
    names: [`≤ ${middle}`, `> ${middle}`],
    of: numbers.map((value) => (value === null ? null : value <= middle ? 0 : 1)),
  };
};
