import { type Counted, type DisclosureRule, type Keyed, nobody, together } from '@nodp/disclosure';
import { MARKS, type Mark, type Tally } from '@nodp/warehouse';

/** Cases of each mark, one set for each part of the choice. `[part][mark]`, flat. */
export type Marked = Tally & { readonly parts: number };

/** The cases of a mark with their move. */
export const ofMark = (
  { parts, counts, keys }: Marked,
  mark: Mark,
  rule: DisclosureRule,
): Counted => {
  const place = MARKS.indexOf(mark);
  const sets: Keyed[] = Array.from({ length: parts }, (_, part) => {
    const at = part * MARKS.length + place;
    return { count: counts[at] as number, key: keys[at] as number };
  });
  return sets.length === 0 ? nobody : together(sets, rule);
};

/** The marks of one value of a breakdown; of nobody where it has no place. */
export const marksAt = ({ parts, counts, keys }: Marked, place: number): Marked => {
  if (place < 0) return { parts: 0, counts: new Uint32Array(), keys: new Uint32Array() };
  const size = parts * MARKS.length;
  const [from, to] = [place * size, (place + 1) * size];
  return { parts, counts: counts.subarray(from, to), keys: keys.subarray(from, to) };
};
