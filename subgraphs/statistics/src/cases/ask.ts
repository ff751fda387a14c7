import type { Session } from '@nodp/database';
import { takeCounts } from '@nodp/graph';
import {
  type CaseFilter,
  cellTables,
  type ReleaseKey,
  type Releases,
  tabulate,
} from '@nodp/warehouse';
import type { StandardPopulation } from '../generated/resolvers.ts';
import { personsByRegion } from '../population/persons-by-region.ts';
import { countsIn, type StatisticsAnswer, statisticsOf } from './statistics.ts';
import { isIn, monthCounts, wholeYears, within } from './whole-years.ts';

/** The years the release holds whole. */
const yearsOf = (releases: Releases, release: ReleaseKey) =>
  releases.once(release, ['whole years'], async () =>
    wholeYears(monthCounts((await releases.open(release.number)).cases)),
  );

/**
 * Statistics of a release's cases, worked out once for each filter and standard, and taken from the account's budget once a day.
 * @param filter in canonical order
 */
export const askStatistics = async (
  releases: Releases,
  session: Session,
  release: ReleaseKey,
  filter: CaseFilter,
  standard: StandardPopulation,
): Promise<StatisticsAnswer> => {
  const question = ['statistics', JSON.stringify(filter), standard];
  const answer = await releases.once(release, question, async () => {
    const [held, counted] = await Promise.all([
      yearsOf(releases, release),
      personsByRegion(session),
    ]);
    const { cases } = await releases.open(release.number);
    const years = within(held, filter.fromYear, filter.toYear);
    return statisticsOf({
      filter,
      standard,
      all: tabulate(cases, filter),
      whole: years && cellTables(cases, filter, (year) => isIn(held, year)),
      years,
      isWhole: (year) => isIn(held, year),
      counted,
      rule: releases.rule,
    });
  });
  await takeCounts(session, releases.budget.perDay, {
    name: `${release.number} ${question.join(' ')}`,
    counts: countsIn(answer),
  });
  return answer;
};
