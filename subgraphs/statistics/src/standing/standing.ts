import type { Database, Principal } from '@nodp/database';
import type { Releases } from '@nodp/warehouse';
import type { StatisticsQuestionInput } from '../generated/resolvers.ts';
import { workedOut } from '../questions/answer.ts';
import { releaseSource } from '../sources/release/release.ts';

/** Who asks for nobody: what is worked out leaves only to those who ask it themselves, from their own budget. */
const PLATFORM: Principal = {
  accountId: 'platform',
  name: { en: 'The platform', zh: '平台' },
  role: 'POLICYMAKER',
  institutionId: null,
};

/** Questions that pages begin with and that take seconds at a million patients. */
export const STANDING: readonly Omit<StatisticsQuestionInput, 'source'>[] = [
  { measure: 'NET_SURVIVAL', by: ['SITE', 'STAGE'] },
  { measure: 'NET_SURVIVAL', by: ['FOLLOW_UP', 'STAGE'], at: 5 },
];

/**
 * Works out the standing questions of the newest release, so that nobody is the first to ask them; of one that has been asked
 * already nothing is done. Anew where registries or life tables were loaded.
 */
export const answerStanding = async (database: Database, releases: Releases): Promise<void> => {
  const [newest] = await releases.listed();
  if (newest === undefined) return;
  // What a source reads of the database it has read when it is there: no connection waits for the estimators.
  const source = await database.session(PLATFORM, (session) =>
    releaseSource(releases, session, newest),
  );
  for (const question of STANDING) await workedOut(source, { source: source.id, ...question });
};
