import { type Counted, counted, type Keyed } from './counted.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';

declare const passed: unique symbol;

/** A count of persons that may leave. Made by this folder's functions and nowhere else. */
export interface Disclosed {
  /** Persons, moved by the noise of their set; null where suppressed. */
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly [passed]: true;
}

const make = (value: number | null): Disclosed =>
  ({ value, suppressed: value === null }) as Disclosed;

export const suppressed: Disclosed = make(null);

/** Whether a count is below the minimum, or would be shown so. */
export const isSmall = ({ count, moved }: Counted, { minimumCell }: DisclosureRule): boolean =>
  count < minimumCell || count + moved < minimumCell;

/** A count that passed all tests. */
export const shown = ({ count, moved }: Counted): Disclosed => make(count + moved);

/** A count, moved already, that stands alone. */
export const discloseCounted = (of: Counted, rule: DisclosureRule = defaultRule): Disclosed =>
  isSmall(of, rule) ? suppressed : shown(of);

/** A set that stands alone. */
export const disclose = (set: Keyed, rule: DisclosureRule = defaultRule): Disclosed =>
  discloseCounted(counted(set, rule), rule);

/** A figure made of a count as it is shown, so that it tells no more than the count; null where that is suppressed. */
export const ofShown = <T>({ value }: Disclosed, figure: (persons: number) => T): T | null =>
  value === null ? null : figure(value);
