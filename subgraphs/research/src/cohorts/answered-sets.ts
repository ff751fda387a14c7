import { areSame, type Printed } from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';

/**
 * The sets to be answered in the place of those asked: each that differs by a few persons from one that the account asked
 * lately gives way to that one. Takes them from the account's budget, as many as they are, whatever is in them.
 * @throws COUNTS_SPENT
 */
export const answeredSets = async (
  { session, resources: { releases } }: Context,
  { release, id }: { readonly release: ReleaseRow; readonly id: string },
  question: 'attrition' | 'facets',
  asked: readonly Printed[],
): Promise<readonly Printed[]> => {
  const recent = releases.recentSets(session.principal.accountId, release);
  const answered = asked.map((set) => recent.answer(set));
  const near = answered.filter((set, i) => !areSame(set, asked[i] as Printed)).length;
  await takeCounts(session, releases.budget.perDay, {
    name: `${release.number} ${question} ${id}`,
    counts: asked.length,
    near,
  });
  return answered;
};
