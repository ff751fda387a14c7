import { query, statement } from '@nodp/database';
import { backup, platformSample } from '@nodp/database/tables';
import type { SubgraphContext } from '@nodp/graph';
import { desc } from 'drizzle-orm';
import type { PlatformState } from '../generated/resolvers.ts';
import { warningsOf } from './warnings.ts';

/** Two hours of two samples a minute. */
const SHOWN = 240;

const newestSamples = statement(
  query.select().from(platformSample).orderBy(desc(platformSample.at)).limit(SHOWN),
);
const lastBackup = statement(
  query
    .select({
      moment: backup.moment,
      madeBy: backup.madeBy,
      bytes: backup.bytes,
      statement: backup.statement,
      triedAt: backup.triedAt,
      problem: backup.problem,
    })
    .from(backup)
    .orderBy(desc(backup.moment), desc(backup.id))
    .limit(1),
);

const asInstant = (text: string): string => new Date(text).toISOString();
const orNull = (text: string | null): string | null => (text === null ? null : asInstant(text));

/** How the platform does; null for administrators of one institution, and before it was first measured. */
export const platformState = async ({
  session,
}: SubgraphContext): Promise<PlatformState | null> => {
  const rows = (await session.run(newestSamples)).toReversed();
  const [last] = await session.run(lastBackup);
  const samples = rows.map(({ at, figures }) => ({ at: asInstant(at), figures }));
  const now = samples.at(-1)?.figures;
  if (now === undefined) return null;
  const made =
    last === undefined
      ? null
      : { ...last, moment: asInstant(last.moment), triedAt: orNull(last.triedAt) };
  const column = <K extends keyof typeof now>(name: K) =>
    samples.map(({ figures }) => figures[name]);
  return {
    ...{ version: now.version, startedAt: now.startedAt },
    warnings: warningsOf(samples, made, Date.now()),
    samples: {
      at: samples.map(({ at }) => at),
      ...{
        requests: column('requests'),
        errors: column('errors'),
        p50: column('p50'),
        p95: column('p95'),
      },
      ...{ loopDelay: column('loopDelay'), memory: column('memory') },
      ...{ poolInUse: column('poolInUse'), poolWaiting: column('poolWaiting') },
      ...{ jobs: column('jobs'), submissions: column('submissions') },
    },
    ...{
      poolMost: now.poolMost,
      mostConnections: now.mostConnections,
      connections: now.connections,
    },
    ...{ databaseBytes: now.databaseBytes, diskFree: now.diskFree, diskBytes: now.diskBytes },
    ...{ archivedAt: now.archivedAt, release: now.release, releaseBuiltAt: now.releaseBuiltAt },
    backup: made,
  };
};
