import { sqlStatement } from '@nodp/database';
import { decodeOne, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { readWords } from '../emergency/break-glass.ts';
import type {
  MutationConfirmJoinedArgs,
  MutationRelinkPatientArgs,
  MutationUnlinkPatientArgs,
} from '../generated/resolvers.ts';
import { renewIndicators } from '../indicators/renew-indicators.ts';
import { inForce } from '../rules/rule-rows.ts';
import { renewFindings } from '../stage-findings/renew-findings.ts';
import { renewSummaries } from '../summary/renew.ts';
import { renewTasks } from '../tasks/renew-tasks.ts';

/** In characters: that a data manager says why. */
const SHORTEST_REASON = 10;

/** An institution's own patient, and the person it is or was part of. */
interface Pair {
  readonly own: string;
  readonly joined: string;
}

const p = sql.placeholder;
const unlink = sqlStatement<Pair>(sql`
  select own, joined from patients.unlink_patient(${p('patient')}::uuid, ${p('institution')}::uuid, ${p('reason')})`);
const relink = sqlStatement<Pair>(sql`
  select own, joined from patients.relink_patient(${p('claim')}::uuid, ${p('reason')})`);
const confirm = sqlStatement<{ done: boolean }>(sql`
  select patients.confirm_joined(${p('patient')}::uuid, ${p('institution')}::uuid, ${p('reason')}) as done`);

/** What the rules say of both is decided anew with what moved, or nothing moves. */
const together = async (
  context: SubgraphContext,
  work: () => Promise<Pair[]>,
): Promise<Pair | null> => {
  const { session } = context;
  const rules = await inForce(context);
  return session.transaction(async () => {
    const [pair] = await work();
    if (pair === undefined) return null;
    const both = [pair.own, pair.joined];
    const seen = both.map((patientId) => ({ patientId, lastContactOn: null }));
    await renewSummaries(session, seen, new Set(both));
    await renewFindings(session, new Set(both));
    await renewIndicators(session, both);
    await renewTasks(session, both, rules);
    return pair;
  });
};

/**
 * Takes what one institution holds of a person out of what is joined. The audit tells the data managers of both patients.
 * @returns whether there was such a person
 * @throws BAD_USER_INPUT
 */
export const unlinkPatient = async (
  { patient, institution, reason }: MutationUnlinkPatientArgs,
  context: SubgraphContext,
): Promise<boolean> => {
  const { session } = context;
  const values = {
    patient: decodeOne('Patient', patient),
    institution: decodeOne('Institution', institution),
    reason: readWords('reason', reason, SHORTEST_REASON),
  };
  const pair = await together(context, () => session.run(unlink, values));
  if (pair === null) return false;
  await session.audit('unlink', [pair.own, pair.joined], { reason: values.reason });
  return true;
};

/** Joins an institution's patient with the person whom it claims to be, at once. @returns the person's id where it was done */
export const joinClaimed = async (
  context: SubgraphContext,
  claim: string,
  reason: string,
): Promise<string | null> => {
  const { session } = context;
  const pair = await together(context, () => session.run(relink, { claim, reason }));
  if (pair === null) return null;
  await session.audit('relink', [pair.joined], { reason });
  return pair.joined;
};

/** @throws BAD_USER_INPUT */
export const relinkPatient = async (
  { claim, reason }: MutationRelinkPatientArgs,
  context: SubgraphContext,
): Promise<boolean> => {
  const id = decodeOne('IdentityClaim', claim);
  return (await joinClaimed(context, id, readWords('reason', reason, SHORTEST_REASON))) !== null;
};

/** @throws BAD_USER_INPUT */
export const confirmJoined = async (
  { patient, institution, reason }: MutationConfirmJoinedArgs,
  { session }: SubgraphContext,
): Promise<boolean> => {
  const values = {
    patient: decodeOne('Patient', patient),
    institution: decodeOne('Institution', institution),
    reason: readWords('reason', reason, SHORTEST_REASON),
  };
  const [answer] = await session.run(confirm, values);
  if (answer?.done !== true) return false;
  await session.audit('relink', [values.patient], { confirmed: true, reason: values.reason });
  return true;
};
