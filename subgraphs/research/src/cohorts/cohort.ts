import {
  attrition,
  cohortId,
  count,
  type Disclosed,
  disclose,
  discloseNested,
  print,
  stepsOf,
} from '@nodp/warehouse';
import { configuration, disclosureRule } from '../release/configuration.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import { once } from './answers.ts';
import { engineOf } from './open-release.ts';
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

/** Names a question to a release of this server: releases of two folders may carry one number. */
export const questionOf = (release: ReleaseRow, ...words: readonly string[]): string =>
  JSON.stringify([
    configuration().engine.kind,
    disclosureRule(),
    release.number,
    release.checksum,
    ...words,
  ]);

export const countOf = async ({
  definition,
  release,
  id,
  runnable,
}: AskedCohort): Promise<Disclosed | null> => {
  if (!runnable) return null;
  const n = await once(questionOf(release, 'count', id), async () =>
    count(await engineOf(release.number), definition),
  );
  return disclose(n, disclosureRule());
};

const everyone = { en: 'Everyone in the release', zh: '本次发布的全部人群' };

export const attritionOf = async ({ definition, release, runnable }: AskedCohort) => {
  if (!runnable) return [];
  const counts = await once(
    questionOf(release, 'attrition', JSON.stringify(definition)),
    async () => attrition(await engineOf(release.number), definition),
  );
  const labels = [everyone, ...stepsOf(definition).map(print)];
  return discloseNested(counts, disclosureRule()).map((shown, i) => ({
    description: labels[i] ?? everyone,
    count: shown,
  }));
};
