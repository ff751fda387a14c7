import type { Releases, SurvivalSets } from '@nodp/warehouse';
import { type AskedComparison, MONTH, questionOf } from './asked.ts';

/** The times of a comparison: exact, not to be shown. */
export const setsOf = (releases: Releases, asked: AskedComparison): Promise<SurvivalSets> =>
  releases.once(asked.release, questionOf(asked, 'times'), async () => {
    const { cohorts } = await releases.open(asked.release.number);
    const definitions = asked.arms.map(({ definition }) => definition);
    const { endpoint, landmark, delayedEntry } = asked;
    return delayedEntry
      ? cohorts.survivalOverTime(definitions)
      : cohorts.untilEndpoint(definitions, endpoint, Math.round(landmark * MONTH));
  });
