import { sqlStatement } from '@nodp/database';
import { requestJob } from '@nodp/database/jobs';
import type { SubgraphContext } from '@nodp/graph';
import { differentPersons } from '@nodp/linkage';
import { sql } from 'drizzle-orm';
import { readWords } from '../emergency/break-glass.ts';
import type {
  MatchOutcome,
  MutationDecideMatchArgs,
  MutationRequireFourEyesArgs,
} from '../generated/resolvers.ts';
import { MATCH } from './match-job.ts';
import { openPair, pairOf } from './pair-list.ts';
import { openPerson } from './persons.ts';

const p = sql.placeholder;
const decide = sqlStatement<{ became: string | null }>(sql`
  select patients.decide_pair(${p('low')}::uuid, ${p('high')}::uuid, ${p('decision')}, ${p('reason')}) as became`);
const fourEyes = sqlStatement<{ changed: boolean }>(sql`
  select patients.require_four_eyes(${p('wanted')}::boolean) as changed`);

/** Which event of the access audit a decision is. */
const ACTIONS = { JOIN: 'relink', APART: 'unlink', UNDO: 'unlink' } as const;

/** Whether what is said now of the two holds two valid national numbers that differ, whatever was found when they were compared. */
const differ = async (
  context: SubgraphContext,
  pair: { readonly low: string; readonly high: string },
): Promise<boolean> => {
  const said = await openPair(context, pair);
  const of = (id: string) =>
    said.filter(({ patientId }) => patientId === id).map((row) => openPerson(context.cipher, row));
  return of(pair.low).some((a) => of(pair.high).some((b) => differentPersons(a, b)));
};

/**
 * Decides on a pair, and records it with both patients: the data managers of both institutions see it in their audit.
 * @throws BAD_USER_INPUT
 */
export const decideMatch = async (
  { first, second, decision, reason }: MutationDecideMatchArgs,
  context: SubgraphContext,
): Promise<MatchOutcome> => {
  const { session } = context;
  const pair = pairOf(first, second);
  const why = reason ? readWords('reason', reason, 0) : null;
  return session.transaction(async () => {
    if (decision === 'JOIN' && (await differ(context, pair))) return 'REFUSED';
    const [answer] = await session.run(decide, { ...pair, decision, reason: why });
    const became = answer?.became ?? null;
    if (became === null) return 'REFUSED';
    if (became === 'SAME_ACCOUNT') return 'SAME_ACCOUNT';
    await session.audit(ACTIONS[decision], [pair.low, pair.high], {
      match: became,
      decision,
      ...(why === null ? {} : { reason: why }),
    });
    return became === 'PROPOSED' ? 'PROPOSED' : 'DONE';
  });
};

/** For national data managers alone. @returns whether it was changed */
export const requireFourEyes = async (
  { wanted }: MutationRequireFourEyesArgs,
  { session }: SubgraphContext,
): Promise<boolean> => {
  if (session.principal.institutionId !== null) return false;
  const [answer] = await session.run(fourEyes, { wanted });
  await session.audit('change', [], { fourEyes: wanted });
  return answer?.changed === true;
};

/** The worker matches the whole pool, for national data managers alone. @returns whether it was asked for */
export const requestMatching = async ({ session }: SubgraphContext): Promise<boolean> => {
  if (session.principal.institutionId !== null) return false;
  await requestJob(session, MATCH);
  return true;
};
