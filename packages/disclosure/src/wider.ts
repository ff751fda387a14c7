import type { Keyed } from './counted.ts';
import type { DisclosureRule } from './rule.ts';

/** A set is answered as a wider one only where it becomes larger by a fifth at most: less than noise makes of the smallest that is shown. */
const MOST_SHARE = 0.2;

/**
 * Whether a set leaves so few out of a wider one, which may be asked for too, that it is answered as that one. By noise alone the
 * two figures are equal where nobody is between them, and hardly ever where somebody is.
 */
export const leavesOutFew = (
  set: Keyed,
  wider: Keyed,
  { minimumCell }: DisclosureRule,
): boolean => {
  const out = wider.count - set.count;
  return out > 0 && set.count >= minimumCell && out <= set.count * MOST_SHARE && out < minimumCell;
};
