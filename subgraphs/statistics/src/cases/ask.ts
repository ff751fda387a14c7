import type { Session } from '@nodp/database';
import {
  type CaseFilter,
  casesOfYears,
  disclosureRule,
  once,
  openRelease,
  type ReleaseKey,
  tabulate,
} from '@nodp/warehouse';
import type { StandardPopulation } from '../generated/resolvers.ts';
import { personsByRegion } from '../population/persons-by-region.ts';
import { type StatisticsAnswer, statisticsOf } from './statistics.ts';
import { less } from './whole-tables.ts';
import { isIn, monthCounts, wholeYears, within } from './whole-years.ts';

/** The years the release holds whole, and the cases of no such year. */
const yearsOf = (release: ReleaseKey) =>
  once(release, ['whole years'], async () => {
    const { cases } = await openRelease(release.number);
    const held = wholeYears(monthCounts(cases));
    return { held, elsewhere: casesOfYears(cases, (year) => !isIn(held, year)) };
  });

/**
 * Statistics of a release's cases, worked out once for each filter and standard.
 * @param filter in canonical order
 */
export const askStatistics = (
  session: Session,
  release: ReleaseKey,
  filter: CaseFilter,
  standard: StandardPopulation,
): Promise<StatisticsAnswer> =>
  once(release, ['statistics', JSON.stringify(filter), standard], async () => {
    const [{ held, elsewhere }, counted] = await Promise.all([
      yearsOf(release),
      personsByRegion(session),
    ]);
    const { cases } = await openRelease(release.number);
    const all = tabulate(cases, filter);
    const years = within(held, filter.fromYear, filter.toYear);
    return statisticsOf({
      filter,
      standard,
      all,
      // Few cases are of no whole year: a second pass over all would cost as much as the first.
      whole: years && less(all, tabulate(cases, filter, elsewhere)),
      years,
      isWhole: (year) => isIn(held, year),
      counted,
      rule: disclosureRule(),
    });
  });
