import type { CohortDefinition } from '@nodp/cohorts';
import { print } from '@nodp/cohorts/engine';
import { areSame, cellAt, counted, discloseTable, type Printed } from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import { askCohort } from '../cohorts/cohort.ts';
import { parseInput } from '../cohorts/definition-input.ts';
import type { Context } from '../context.ts';
import type { CohortDefinitionInput } from '../generated/resolvers.ts';
import type { ReleaseRow } from '../release/release-rows.ts';

/** Every choice of one cohort or more, by the places of those chosen: a region of the drawing each. */
const regionsOf = (cohorts: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** cohorts - 1 }, (_, i) =>
    Array.from({ length: cohorts }, (_, place) => place).filter((place) => ((i + 1) >> place) & 1),
  );

/** Cases in each of the cohorts chosen and in none of the others. */
const regionDefinition = (
  cohorts: readonly CohortDefinition[],
  chosen: readonly number[],
): CohortDefinition => ({
  all: cohorts.map((definition, place) =>
    chosen.includes(place) ? definition : { not: definition },
  ),
});

/**
 * How cohorts overlap, protected: each region is a cell of a table whose total may be asked for, and a set near one that the
 * account asked lately is answered as that one. Parts that single out a few persons are refused, as in any definition.
 */
export const overlapOf = async (
  context: Context,
  inputs: readonly CohortDefinitionInput[],
  release: ReleaseRow,
) => {
  const { session, resources } = context;
  const { releases } = resources;
  const parsed = inputs.map(parseInput);
  const problems = parsed.flatMap((one) => one.problems);
  if (parsed.some((one) => !one.runnable)) return { release, problems: [...problems], regions: [] };
  const cohorts = parsed.map((one) => one.definition);
  // As one question, so that whatever in it is met by a few persons is found.
  const whole = await askCohort(context, parseInput({ any: cohorts }), release);
  if (!whole.runnable) return { release, problems: [...whole.problems], regions: [] };
  const regions = regionsOf(cohorts.length);
  const sets = await releases.once(release, ['overlap', JSON.stringify(cohorts)], async () =>
    (await releases.open(release.number)).cohorts.sets(
      regions.map((chosen) => regionDefinition(cohorts, chosen)),
    ),
  );
  const recent = releases.recentSets(session.principal.accountId, release);
  const answered = sets.map((set) => recent.answer(set));
  const near = answered.filter((set) => !sets.some((own: Printed) => areSame(set, own))).length;
  await takeCounts(session, releases.budget.perDay, {
    name: `${release.number} overlap ${whole.id} ${cohorts.length}`,
    counts: regions.length,
    near,
    words: print(whole.definition),
  });
  const shown = discloseTable(
    answered.map((set) => counted(set, releases.rule)),
    releases.rule,
  );
  return {
    release,
    problems: [],
    regions: regions.map((chosen, i) => ({ cohorts: [...chosen], count: cellAt(shown, i) })),
  };
};
