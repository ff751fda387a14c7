import type { Session } from '@nodp/database';
import { nationalDay, takeCounts } from '@nodp/graph';
import { type CaseFilter, cellTablesOf, type Releases, tabulate } from '@nodp/warehouse';
import type { StandardPopulation } from '../generated/resolvers.ts';
import type { ReleaseModel } from '../models.ts';
import { readAreaYears, readSources, registrationRevision } from '../registration/area-years.ts';
import { coverageOf } from '../registration/coverage.ts';
import { countsIn, type StatisticsAnswer, statisticsOf } from './statistics.ts';

/**
 * Statistics of a release's cases, worked out once for each filter, standard and state of the registries, and taken from the
 * account's budget once a day.
 * @param filter in canonical order
 */
export const askStatistics = async (
  releases: Releases,
  session: Session,
  release: ReleaseModel,
  filter: CaseFilter,
  standard: StandardPopulation,
): Promise<StatisticsAnswer> => {
  const revision = await registrationRevision(session);
  const registration = () =>
    releases.once(release, ['registration', revision], async () => ({
      coverage: coverageOf(await readAreaYears(session), nationalDay(new Date(release.builtAt))),
      sources: await readSources(session),
    }));
  const question = ['statistics', JSON.stringify(filter), standard];
  const answer = await releases.once(release, [...question, revision], async () => {
    const { coverage, sources } = await registration();
    const { cases } = await releases.open(release.number);
    return statisticsOf({
      filter,
      standard,
      all: tabulate(cases, filter),
      whole: cellTablesOf(cases, filter, coverage.counts),
      coverage,
      sources,
      rule: releases.rule,
    });
  });
  await takeCounts(session, releases.budget.perDay, {
    name: `${release.number} ${question.join(' ')}`,
    counts: countsIn(answer),
  });
  return answer;
};
