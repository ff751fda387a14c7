import type { Where } from '../criterion/where.ts';
import { type Criterion, kindOf, valueIn } from '../definition.ts';
import { meaningOf } from '../meaning.ts';

/** What a criterion asks of the columns of a release. */
export const whereOf = (criterion: Criterion): Where => {
  const kind = kindOf(criterion);
  if (kind === null) throw new TypeError('Not a criterion.');
  return meaningOf(kind).where(valueIn(criterion));
};
