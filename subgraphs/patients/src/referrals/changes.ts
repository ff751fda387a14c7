import { sqlStatement } from '@nodp/database';
import { badInput, decodeOne, decodePair, nationalDay, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { readText } from '../board/rows.ts';
import type {
  MutationAnswerReferralArgs,
  MutationDecideReferralArgs,
  MutationReferPatientArgs,
  MutationWithdrawReferralArgs,
} from '../generated/resolvers.ts';
import { isCalendarDay } from '../people/calendar-day.ts';
import { patientRow } from '../people/patient-rows.ts';
import { inForce } from '../rules/rule-rows.ts';
import { addDays } from '../tasks/days.ts';
import { renewTasks } from '../tasks/renew-tasks.ts';
import { patientReferrals, type ReferralRow, referralRow, referredPerson } from './rows.ts';

/** Days for which a patient may be referred. */
const LONGEST = 366;

const p = sql.placeholder;
const insert = sqlStatement<{ done: boolean }>(sql`
  select patients.refer_patient(${p('patient')}::uuid, ${p('id')}::uuid, ${p('to')}::uuid, ${p('department')}, ${p('reason')},
    ${p('question')}, ${p('until')}::date) as done`);
const change = sqlStatement<{ done: boolean }>(sql`
  select patients.change_referral(${p('patient')}::uuid, ${p('id')}::uuid, ${p('becomes')}, ${p('words')}) as done`);

interface Key {
  readonly patientId: string;
  readonly id: string;
}

/** Writes a referral with the tasks that it makes and ends, in one transaction. @returns it as the reader sees it after; null where nothing was done */
const write = async (
  { patientId, id }: Key,
  statement: typeof insert,
  values: Record<string, unknown>,
  context: SubgraphContext,
): Promise<ReferralRow | null> => {
  const { session } = context;
  const rules = await inForce(context);
  const done = await session.transaction(async () => {
    const [answer] = await session.run(statement, { patient: patientId, id, ...values });
    if (answer?.done !== true) return false;
    await renewTasks(session, [patientId], rules);
    return true;
  });
  if (!done) return null;
  context.once(patientReferrals).clear(patientId);
  context.once(referredPerson).clear(id);
  // What may be read of the patient has changed with it.
  context.once(patientRow).clear(patientId);
  context.once(referralRow).clear({ patientId, id });
  return context.once(referralRow).load({ patientId, id });
};

/** Refers a patient in care to another institution. The audit tells both data managers. @throws BAD_USER_INPUT */
export const referPatient = async (
  { referral }: MutationReferPatientArgs,
  context: SubgraphContext,
): Promise<ReferralRow | null> => {
  const patientId = decodeOne('Patient', referral.patient);
  const to = decodeOne('Institution', referral.to);
  const department = referral.department?.trim()
    ? readText('department', referral.department, 1, 100)
    : null;
  const reason = readText('reason', referral.reason, 3, 1000);
  const question = readText('question', referral.question, 3, 1000);
  const { until } = referral;
  const today = nationalDay(new Date());
  if (!isCalendarDay(until) || until < today || until > addDays(today, LONGEST))
    throw badInput(
      `\`until\` is a day from today on and at most ${LONGEST} days away, YYYY-MM-DD. / 须为今天起${LONGEST}天内的日期。`,
    );
  await context.session.audit('referral', [patientId], { referral: 'made', until });
  const values = { to, department, reason, question, until };
  return write({ patientId, id: uuidv7() }, insert, values, context);
};

const become = async (
  id: string,
  becomes: Exclude<ReferralRow['state'], 'WAITING'>,
  words: string | null,
  context: SubgraphContext,
): Promise<ReferralRow | null> => {
  const key = decodePair('Referral', id);
  await context.session.audit('referral', [key.patientId], { referral: becomes });
  return write(key, change, { becomes, words }, context);
};

/** @throws BAD_USER_INPUT */
export const decideReferral = (
  { id, accept, reason }: MutationDecideReferralArgs,
  context: SubgraphContext,
): Promise<ReferralRow | null> =>
  accept
    ? become(id, 'ACCEPTED', null, context)
    : become(id, 'DECLINED', readText('reason', reason ?? '', 3, 1000), context);

/** @throws BAD_USER_INPUT */
export const answerReferral = (
  { id, answer }: MutationAnswerReferralArgs,
  context: SubgraphContext,
): Promise<ReferralRow | null> =>
  become(id, 'ANSWERED', readText('answer', answer, 3, 4000), context);

/** @throws BAD_USER_INPUT */
export const withdrawReferral = (
  { id, reason }: MutationWithdrawReferralArgs,
  context: SubgraphContext,
): Promise<ReferralRow | null> =>
  become(id, 'WITHDRAWN', readText('reason', reason, 3, 1000), context);
