import {
  type Disclosed,
  type DisclosureRule,
  defaultRule,
  disclose,
  shown,
  suppressed,
} from './disclosed.ts';

/**
 * The cells of a one-way table whose total is shown too. Small cells are suppressed; then, as long as
 * what is suppressed adds up to few enough people to be told from the total and the rest (a single
 * hidden cell, or several that together stay below the minimum), the smallest cell still shown is
 * suppressed as well. Hidden cells with nobody in them need no such company.
 *
 * Cells of nobody have to be among `counts`: leaving them out would tell them from the small ones.
 */
export const discloseTable = (
  counts: readonly number[],
  rule: DisclosureRule = defaultRule,
): readonly Disclosed[] => {
  const hidden = counts.map((count) => disclose(count, rule).suppressed);
  const ascending = counts.map((_, i) => i).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  for (;;) {
    const sum = counts.reduce((a, count, i) => (hidden[i] === true ? a + count : a), 0);
    // A cell is hidden because it is below the minimum: what adds up to it is two cells at least.
    if (sum === 0 || sum >= rule.minimumCell) break;
    const next = ascending.find((i) => hidden[i] === false);
    if (next === undefined) break;
    hidden[next] = true;
  }
  return counts.map((count, i) => (hidden[i] === true ? suppressed : shown(count, rule)));
};
