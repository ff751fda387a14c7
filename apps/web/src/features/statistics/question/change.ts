/** Changes that a reader makes to a question, each keeping it one that can be asked. */
import type { StatisticsDimension } from '../../../graph/generated/graphql.ts';
import type { Question, Selection } from './question.ts';
import { LETTERS, MOST_DIMENSIONS } from './vocabulary.ts';

/** The axes with a dimension at a place, or none there; one that stood elsewhere changes places. */
export function withAxis(
  by: readonly StatisticsDimension[],
  place: number,
  dimension: StatisticsDimension | null,
): StatisticsDimension[] {
  if (dimension === null) return by.filter((_, i) => i !== place);
  const here = by[place];
  const next = by.flatMap((former) =>
    former !== dimension ? [former] : here === undefined ? [] : [here],
  );
  next[Math.min(place, next.length)] = dimension;
  return next.slice(0, MOST_DIMENSIONS);
}

export const withSelection = (
  { selections }: Question,
  place: number,
  selection: Selection,
): Pick<Question, 'selections'> => {
  const [first, ...others] = selections.map((one, i) => (i === place ? selection : one));
  return { selections: [first ?? selection, ...others] };
};

/** The question with one more selection, like the last until it is changed. */
export const withOneMore = ({ selections }: Question): Pick<Question, 'selections'> => {
  const [first, ...others] = selections;
  const more = selections.length < LETTERS.length ? [selections.at(-1) ?? first] : [];
  return { selections: [first, ...others, ...more] };
};

export const withoutSelection = (
  { selections }: Question,
  place: number,
): Pick<Question, 'selections'> => {
  const [first, ...others] = selections.filter((_, i) => i !== place);
  return first === undefined ? { selections } : { selections: [first, ...others] };
};

/** Tells the page what of its question is to be otherwise. */
export type Change = (change: Partial<Question>) => void;
