import { type Counted, type DisclosureRule, discloseCounted } from '@nodp/disclosure';
import { AGE_PLACES } from '../sources/source.ts';

const GROUPS = AGE_PLACES - 1;

/** Groups taken together, and how many persons are in them as it may be shown. */
export interface Band {
  /** The first of the groups, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly persons: number;
}

/**
 * Ages in bands, from the young to the old, each of as few five-year groups as its number can be shown of; what is left of the
 * old goes to the band before. None where all ages together are too few. Other ordered groups are taken so too.
 * @param groups how many there are; those of age where left out
 */
export const bandsOf = (
  counted: (from: number, to: number) => Counted,
  rule: DisclosureRule,
  groups = GROUPS,
): readonly Band[] => {
  const bandOf = (from: number, to: number): Band | null => {
    const { value } = discloseCounted(counted(from, to), rule);
    return value === null ? null : { from, to, persons: value };
  };
  const bands: Band[] = [];
  let from = 0;
  for (let to = 1; to <= groups; to++) {
    const band = bandOf(from, to);
    if (band === null) continue;
    bands.push(band);
    from = to;
  }
  // The rest is joined to bands before it until they can be shown together.
  while (from < groups) {
    const last = bands.pop();
    if (last === undefined) return [];
    const joined = bandOf(last.from, groups);
    if (joined !== null) return [...bands, joined];
    from = last.from;
  }
  return bands;
};
