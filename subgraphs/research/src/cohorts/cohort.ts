import { stepsOf } from '@nodp/cohorts';
import { cohortId, type ParsedDefinition, print } from '@nodp/cohorts/engine';
import {
  type Disclosed,
  disclose,
  discloseNested,
  disclosureRule,
  once,
  openRelease,
} from '@nodp/warehouse';
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

/** Exact counts of the steps, everyone first; the last one is the cohort's, so that it is not asked for apart. */
const stepsCounted = ({ definition, release }: AskedCohort): Promise<readonly number[]> =>
  once(release, ['attrition', JSON.stringify(definition)], async () =>
    (await openRelease(release.number)).cohorts.attrition(definition),
  );

export const countOf = async (cohort: AskedCohort): Promise<Disclosed | null> => {
  if (!cohort.runnable) return null;
  const counts = await stepsCounted(cohort);
  return disclose(counts.at(-1) as number, disclosureRule());
};

const everyone = { en: 'Everyone in the release', zh: '本次发布的全部人群' };

export const attritionOf = async (cohort: AskedCohort) => {
  if (!cohort.runnable) return [];
  const counts = await stepsCounted(cohort);
  const labels = [everyone, ...stepsOf(cohort.definition).map(print)];
  return discloseNested(counts, disclosureRule()).map((shown, i) => ({
    description: labels[i] ?? everyone,
    count: shown,
  }));
};
