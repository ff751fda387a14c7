import {
  counted,
  type DisclosureRule,
  discloseCounted,
  discloseTable,
  joined,
} from '@nodp/disclosure';
import type { CompletenessSets } from '@nodp/warehouse';

export interface Share {
  readonly share: number | null;
  readonly limit: 'AT_LEAST' | 'AT_MOST' | null;
}

const NOT_TOLD: Share = { share: null, limit: null };

/**
 * The share of cases of which an element is known, of those to which it applies: made of counts as they are shown. Where one side is
 * smaller than the minimum cell, what is told is that it is so: at least, or at most, so many.
 */
export const shareOf = (
  [known, notKnown, notApplicable]: CompletenessSets,
  rule: DisclosureRule,
): Share => {
  const applicable = joined([known, notKnown]);
  // Who is not concerned is the rest of a total that is told elsewhere.
  const [all] = discloseTable([counted(applicable, rule), counted(notApplicable, rule)], rule);
  if (all.value === null) return NOT_TOLD;
  const [yes, no] = [known, notKnown].map((set) => discloseCounted(counted(set, rule), rule));
  if (no?.value == null)
    return { share: Math.max(0, 1 - rule.minimumCell / all.value), limit: 'AT_LEAST' };
  if (yes?.value == null)
    return { share: Math.min(1, rule.minimumCell / all.value), limit: 'AT_MOST' };
  return { share: yes.value / (yes.value + no.value), limit: null };
};

/** The middle of the shares that are told; null where none is. */
export const medianOf = (shares: readonly Share[]): number | null => {
  const told = shares.flatMap(({ share }) => share ?? []).toSorted((a, b) => a - b);
  const middle = told.length >> 1;
  if (told.length === 0) return null;
  return told.length % 2 === 1
    ? (told[middle] as number)
    : ((told[middle - 1] as number) + (told[middle] as number)) / 2;
};
