import { resultOf } from './course.ts';
import { testOf } from './of-rounds.ts';
import { isProgramme, type Meaning } from './programme.ts';
import { SCREENING_PROGRAMMES } from './programmes.ts';

/**
 * What a programme's scale says of a result, and after how many months the test is due again; null where it does not know it.
 * @param test the programme's own name of it; null where it has one, or it was not said
 */
export const screeningResult = (
  programme: string,
  test: string | null,
  result: string,
): { readonly meaning: Meaning; readonly months: number | null } | null => {
  if (!isProgramme(programme)) return null;
  const done = { test: testOf(programme, test), on: '', result };
  const found = resultOf(SCREENING_PROGRAMMES[programme], done);
  if ('cannot' in found) return null;
  const { meaning, next } = found.value;
  return { meaning, months: next?.kind === 'recall' ? next.months : null };
};
