import {
  type Disclosed,
  type DisclosureRule,
  defaultRule,
  shown,
  suppressed,
} from './disclosed.ts';

/** Whether a difference of two shown counts, both exact, would single out a few people. */
const few = (difference: number, { minimumCell }: DisclosureRule): boolean =>
  difference > 0 && difference < minimumCell;

/**
 * Counts of sets each within the one before: steps of attrition, numbers at risk. Beside small counts,
 * a count is suppressed whose difference to the last one shown is a small number of people — where
 * counts are shown exactly. Rounded to the minimum cell or coarser, the difference is not told anyway.
 */
export const discloseNested = (
  counts: readonly number[],
  rule: DisclosureRule = defaultRule,
): readonly Disclosed[] => {
  const exact = rule.roundTo < rule.minimumCell;
  let last: number | null = null;
  return counts.map((count) => {
    const lost = last === null ? 0 : last - count;
    if (count < rule.minimumCell || (exact && few(lost, rule))) return suppressed;
    last = count;
    return shown(count, rule);
  });
};
