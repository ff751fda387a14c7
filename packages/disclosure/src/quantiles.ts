import { type Counted, moveAgain } from './counted.ts';
import { isSmall } from './disclosed.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';

declare const passed: unique symbol;

/** Quantiles that may leave, ascending. Made here and nowhere else. */
export interface DisclosedQuantiles {
  readonly values: readonly number[];
  readonly [passed]: true;
}

const DIGITS = 3;
/** Persons, in minimum cells, of whom a quantile is told: fewer, and what is told of one quartile is of most of them. */
const LEAST_CELLS = 2;
const NAME = 307;

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Quantiles of a measurement as they may leave: no value of a person, but the mean of the values of as many neighbours as the
 * minimum cell has (microaggregation: Domingo-Ferrer and Mateo-Sanz 2002, IEEE Trans Knowl Data Eng 14:189), around a rank
 * that the noise of a count moved, to three significant digits. Every move is a function of all persons measured: with one
 * person more all are moved anew. Null where fewer than twice the minimum cell were measured.
 *
 * @param of the persons measured
 * @param ascending one value a person
 * @param shares ascending, within 0 and 1 (0.5: the median)
 * @throws RangeError where there is not one value a person
 */
export const discloseQuantiles = (
  of: Counted,
  ascending: Float64Array,
  shares: readonly number[],
  rule: DisclosureRule = defaultRule,
): DisclosedQuantiles | null => {
  const people = ascending.length;
  if (people !== of.count) throw new RangeError(`${people} values of ${of.count} persons.`);
  if (isSmall(of, rule) || people < LEAST_CELLS * rule.minimumCell) return null;
  const near = Math.max(1, rule.minimumCell);
  let before = Number.NEGATIVE_INFINITY;
  const values = shares.map((share, place) => {
    const rank = share * (people - 1) + moveAgain(of, NAME + place, rule);
    const first = Math.min(people - near, Math.max(0, Math.round(rank - (near - 1) / 2)));
    const value = Number(mean(ascending.subarray(first, first + near)).toPrecision(DIGITS));
    // Each has moves of its own; none passes the one before it.
    before = Math.max(before, value);
    return before;
  });
  return { values } as unknown as DisclosedQuantiles;
};
