import { stepsOf } from '@nodp/cohorts';
import { cohortId, type ParsedDefinition, print } from '@nodp/cohorts/engine';
import { type Disclosed, disclose, type Printed } from '@nodp/disclosure';
import type { Releases } from '@nodp/warehouse';
import type { ReleaseRow } from '../release/release-rows.ts';

/** A definition, asked of a release. */
export interface AskedCohort extends ParsedDefinition {
  readonly release: ReleaseRow;
  readonly id: string;
}

export const askCohort = (parsed: ParsedDefinition, release: ReleaseRow): AskedCohort => ({
  ...parsed,
  release,
  id: cohortId(parsed.definition, release.number),
});

/** The steps as sets, everyone first; the last one is the cohort, so that it is not asked for apart. */
const stepsCounted = (
  releases: Releases,
  { definition, release }: AskedCohort,
): Promise<readonly Printed[]> =>
  releases.once(release, ['attrition', JSON.stringify(definition)], async () =>
    (await releases.open(release.number)).cohorts.steps(definition),
  );

export const countOf = async (
  releases: Releases,
  cohort: AskedCohort,
): Promise<Disclosed | null> => {
  if (!cohort.runnable) return null;
  const steps = await stepsCounted(releases, cohort);
  return disclose(steps.at(-1) as Printed, releases.rule);
};

const everyone = { en: 'Everyone in the release', zh: '本版数据的全部人群' };

export const attritionOf = async (releases: Releases, cohort: AskedCohort) => {
  if (!cohort.runnable) return [];
  const steps = await stepsCounted(releases, cohort);
  const labels = [everyone, ...stepsOf(cohort.definition).map(print)];
  return steps.map((step, i) => ({
    description: labels[i] ?? everyone,
    count: disclose(step, releases.rule),
  }));
};
