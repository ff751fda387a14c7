import {
  cohortId,
  type Disclosed,
  disclose,
  discloseNested,
  disclosureRule,
  once,
  openRelease,
  print,
  stepsOf,
} from '@nodp/warehouse';
import type { ReleaseRow } from '../release/release-rows.ts';
import type { ParsedDefinition } from './parse-definition.ts';

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

export const countOf = async ({
  definition,
  release,
  id,
  runnable,
}: AskedCohort): Promise<Disclosed | null> => {
  if (!runnable) return null;
  const n = await once(release, ['count', id], async () =>
    (await openRelease(release.number)).cohorts.count(definition),
  );
  return disclose(n, disclosureRule());
};

const everyone = { en: 'Everyone in the release', zh: '本次发布的全部人群' };

export const attritionOf = async ({ definition, release, runnable }: AskedCohort) => {
  if (!runnable) return [];
  const counts = await once(release, ['attrition', JSON.stringify(definition)], async () =>
    (await openRelease(release.number)).cohorts.attrition(definition),
  );
  const labels = [everyone, ...stepsOf(definition).map(print)];
  return discloseNested(counts, disclosureRule()).map((shown, i) => ({
    description: labels[i] ?? everyone,
    count: shown,
  }));
};
