import { LRUCache } from '@nodp/graph';
import type { Releases, SurvivalSets } from '@nodp/warehouse';
import { besideReleases } from '../beside-releases.ts';
import { type AskedComparison, MONTH, questionOf } from './asked.ts';

/** Questions whose times are held: curves and regression ask the same. A row a person (100 MB of four million), so few. */
const MOST = 3;
const retained = besideReleases(() => new LRUCache<string, Promise<SurvivalSets>>({ max: MOST }));

const timesOf = async (releases: Releases, asked: AskedComparison): Promise<SurvivalSets> => {
  const { cohorts } = await releases.open(asked.release.number);
  const definitions = asked.arms.map(({ definition }) => definition);
  const { endpoint, landmark, delayedEntry } = asked;
  return delayedEntry
    ? cohorts.survivalOverTime(definitions)
    : cohorts.untilEndpoint(definitions, endpoint, Math.round(landmark * MONTH));
};

/** The times of a comparison: exact, not to be shown. */
export const setsOf = (releases: Releases, asked: AskedComparison): Promise<SurvivalSets> => {
  const { number, checksum } = asked.release;
  // Times do not end with the curves.
  const key = JSON.stringify([number, checksum, ...questionOf({ ...asked, months: 0 }, 'times')]);
  const own = retained(releases);
  const known = own.get(key);
  if (known !== undefined) return known;
  const made = timesOf(releases, asked);
  own.set(key, made);
  made.catch(() => own.delete(key));
  return made;
};
