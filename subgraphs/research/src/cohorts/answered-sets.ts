import type { CohortDefinition } from '@nodp/cohorts';
import { print } from '@nodp/cohorts/engine';
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
  {
    release,
    id,
    definition,
  }: {
    readonly release: ReleaseRow;
    readonly id: string;
    readonly definition: CohortDefinition;
  },
  question: 'attrition' | 'facets' | 'without each',
  asked: readonly Printed[],
): Promise<readonly Printed[]> => {
  const recent = releases.recentSets(session.principal.accountId, release);
  const answered = asked.map((set) => recent.answer(set));
  // A step that left a few persons out is near the step before it: that is of one question, and no pattern.
  const near = answered.filter((set) => !asked.some((own) => areSame(set, own))).length;
  await takeCounts(session, releases.budget.perDay, {
    name: `${release.number} ${question} ${id}`,
    counts: asked.length,
    near,
    words: print(definition),
  });
  return answered;
};
