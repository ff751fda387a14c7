/**
 * How counts are protected. `minimumCell`: a smaller count, zero included, is never shown: whether nobody
 * or a few are behind it would itself tell something of the few. `roundTo`: shown counts are rounded to
 * its multiples; where it is at least the minimum cell, no two answers can be subtracted to a known
 * difference that is below the minimum cell and above nothing.
 *
 * After Hundepool et al., Statistical Disclosure Control (Wiley, 2012), ch. 4 and 5: threshold rule,
 * secondary suppression, conventional rounding.
 */
export interface DisclosureRule {
  readonly minimumCell: number;
  readonly roundTo: number;
}

export const defaultRule: DisclosureRule = { minimumCell: 10, roundTo: 10 };

declare const passed: unique symbol;

/** A count of persons that may leave. Made by this folder's functions and nowhere else. */
export interface Disclosed {
  /** Persons, rounded; null where suppressed. */
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly [passed]: true;
}

const make = (value: number | null): Disclosed =>
  ({ value, suppressed: value === null }) as Disclosed;

export const suppressed: Disclosed = make(null);

const checked = (count: number): number => {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`${count} is no count of persons.`);
  return count;
};

/** A count that passed all tests, rounded. */
export const shown = (count: number, { roundTo }: DisclosureRule): Disclosed =>
  make(Math.round(checked(count) / roundTo) * roundTo);

/** A count that stands alone. */
export const disclose = (count: number, rule: DisclosureRule = defaultRule): Disclosed =>
  checked(count) < rule.minimumCell ? suppressed : shown(count, rule);
