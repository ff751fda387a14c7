import { stepsOf } from '@nodp/cohorts';
import { cohortId, notInRelease, print } from '@nodp/cohorts/engine';
import { type Disclosed, disclose, type Printed } from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import type { Releases } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import { answeredSets } from './answered-sets.ts';
import type { ReadDefinition } from './definition-input.ts';
import { isolating } from './isolating.ts';
import { tellTables } from './told-sets.ts';

/** A definition, asked of a release. */
export interface AskedCohort extends ReadDefinition {
  readonly release: ReleaseRow;
  readonly id: string;
}

/**
 * A definition with what the release itself finds wrong in it: what it was built without, and parts that single out a few persons.
 * A question that is refused for the latter costs a count, and the data access committee reads it.
 * @throws COUNTS_SPENT where not even that is left
 */
export const askCohort = async (
  context: Context,
  parsed: ReadDefinition,
  release: ReleaseRow,
): Promise<AskedCohort> => {
  const { session, resources } = context;
  const { releases } = resources;
  const asked = { ...parsed, release, id: cohortId(parsed.definition, release.number) };
  if (!parsed.runnable) return asked;
  const unanswered = notInRelease(parsed.asked, await releases.lacking(release.number));
  if (unanswered.length > 0)
    return { ...asked, runnable: false, problems: [...parsed.problems, ...unanswered] };
  const found = await isolating(releases, parsed.asked, release);
  if (found.length === 0) {
    await tellTables(context, release, parsed.definition);
    return asked;
  }
  await takeCounts(session, releases.budget.perDay, {
    name: `${release.number} refused ${asked.id}`,
    counts: 1,
    refused: found.length,
    words: print(parsed.definition),
  });
  return { ...asked, runnable: false, problems: [...parsed.problems, ...found] };
};

/** The steps as sets, everyone first; the last one is the cohort, so that it is not asked for apart. */
const stepsCounted = (
  releases: Releases,
  { definition, release }: AskedCohort,
): Promise<readonly Printed[]> =>
  releases.once(release, ['attrition', JSON.stringify(definition)], async () =>
    (await releases.open(release.number)).cohorts.steps(definition),
  );

const shownSteps = new WeakMap<AskedCohort, Promise<readonly Disclosed[]>>();

/** The steps as they may leave; the count is one of them, so that a request takes them from the budget once. */
const disclosedSteps = (context: Context, cohort: AskedCohort): Promise<readonly Disclosed[]> => {
  const { releases } = context.resources;
  const work = async () => {
    const steps = await stepsCounted(releases, cohort);
    const answered = await answeredSets(context, cohort, 'attrition', steps);
    return answered.map((set) => disclose(set, releases.rule));
  };
  const shown = shownSteps.get(cohort) ?? work();
  shownSteps.set(cohort, shown);
  return shown;
};

export const countOf = async (context: Context, cohort: AskedCohort): Promise<Disclosed | null> =>
  (cohort.runnable ? (await disclosedSteps(context, cohort)).at(-1) : null) ?? null;

const everyone = { en: 'Everyone in the release', zh: '本版数据的全部人群' };

export const attritionOf = async (context: Context, cohort: AskedCohort) => {
  if (!cohort.runnable) return [];
  const labels = [everyone, ...stepsOf(cohort.definition).map(print)];
  return (await disclosedSteps(context, cohort)).map((count, i) => ({
    description: labels[i] ?? everyone,
    count,
  }));
};
