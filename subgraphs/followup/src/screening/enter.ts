/** A round of screening, entered on a page: a record of the institution's, as if its system had sent it. */
import { type Session, sqlStatement } from '@nodp/database';
import { type Label, nationalDay } from '@nodp/graph';
import { type EnteredOutcome, enterRecords, type Intake, problemsOf } from '@nodp/intake';
import { isDay } from '@nodp/record';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { resourceOfRound } from '../kinds/screening/resource.ts';
import { meaningOf, programmeOf } from './programmes.ts';

const p = sql.placeholder;

export interface EnteredRound {
  readonly patientId: string;
  readonly programme: string;
  /** Days of the calendar, YYYY-MM-DD; what was not entered is null, as are the words. */
  readonly invited: string | null;
  readonly declined: string | null;
  readonly tested: string | null;
  readonly test: string | null;
  readonly result: string | null;
}

/** A round that was entered or taken back, or why it was not. */
export type RoundAnswer =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused'; readonly problems: readonly Label[] };

const refused = (...problems: Label[]): RoundAnswer => ({ outcome: 'refused', problems });

const UNKNOWN: Label = {
  en: 'No such patient is in your institution’s care, or it was not entered here.',
  zh: '本机构照护的患者中没有该患者，或该记录并非在本平台录入。',
};

const cared = sqlStatement<{ cares: boolean; dead: boolean }>(sql`
  select exists (select 1 from basic.care_relationship c where c.patient_id = ${p('patient')}::uuid
      and c.institution_id = ${p('institution')}::uuid) as cares,
    exists (select 1 from basic.death d where d.patient_id = ${p('patient')}::uuid) as dead`);

/** Only what was entered on a page is taken back on one: what a system sent, the system corrects. */
const entered = sqlStatement<{ sourceId: string; programme: string }>(sql`
  select s.source_id, s.programme from followup.screening s join basic.submission b on b.id = s.submission_id
  where s.patient_id = ${p('patient')}::uuid and s.id = ${p('id')}::uuid
    and s.institution_id = ${p('institution')}::uuid and b.channel = 'entered'`);

/** Why the round cannot be stored; null where nothing forbids it. */
const problemOf = (round: EnteredRound, today: string): Label | null => {
  const { programme: name, invited, declined, tested, test, result } = round;
  const programme = programmeOf(name);
  if (programme === null) return { en: 'There is no such programme.', zh: '没有该筛查项目。' };
  const days = [invited, declined, tested].filter((day) => day !== null);
  if (days.length === 0)
    return {
      en: 'Enter an invitation, an opt-out or a test.',
      zh: '请填写邀请、拒绝或检查中的一项。',
    };
  if (!days.every((day) => isDay(day) && day <= today))
    return { en: 'Days are whole and not after today.', zh: '日期须精确到日，且不晚于今天。' };
  if (invited !== null && tested !== null && tested < invited)
    return { en: 'The test is not before its invitation.', zh: '检查日期不得早于邀请日期。' };
  if (tested === null)
    return test === null && result === null
      ? null
      : { en: 'A result needs the day of its test.', zh: '填写结果须填写检查日期。' };
  if (test === null ? programme.tests.length > 1 : !programme.tests.some(({ id }) => id === test))
    return { en: 'Say which test of the programme it was.', zh: '请选择该项目的检查方法。' };
  return result === null || meaningOf(name, test, result) !== null
    ? null
    : { en: 'The result is none of the test’s scale.', zh: '结果不属于该检查的分级。' };
};

const answerOf = (done: EnteredOutcome): RoundAnswer =>
  done.outcome === 'taken' ? { outcome: 'taken' } : refused(...problemsOf(done.issues));

/**
 * Stores a round as a record; where the patient stands, and the tasks that come of it, follow in the same transaction.
 * @param session of the institution's system, under the person's own name
 */
export const enterRound = async (
  session: Session,
  intake: Intake,
  round: EnteredRound,
): Promise<RoundAnswer> => {
  const problem = problemOf(round, nationalDay(new Date()));
  if (problem !== null) return refused(problem);
  const { patientId, programme, invited, declined, tested, test, result } = round;
  const [found] = await session.run(cared, {
    patient: patientId,
    institution: session.principal.institutionId,
  });
  if (found?.cares !== true) return refused(UNKNOWN);
  if (found.dead && tested === null)
    return refused({
      en: 'The patient has died: nobody invites the dead.',
      zh: '患者已去世，不再邀请。',
    });
  const resource = resourceOfRound(
    uuidv7(),
    { reference: `Patient/${patientId}` },
    {
      programme,
      invited: invited ?? undefined,
      declined: declined ?? undefined,
      tested: tested ?? undefined,
      test: test ?? undefined,
      result: result ?? undefined,
    },
  );
  const content = { programme, invited, declined, tested, test, result };
  return answerOf(
    await enterRecords(
      session,
      intake,
      { patientId, resources: [resource], content },
      async () => {},
    ),
  );
};

/** Takes a round back that the institution entered on a page: its record is withdrawn. */
export const takeRoundBack = async (
  session: Session,
  intake: Intake,
  { patientId, id }: { readonly patientId: string; readonly id: string },
): Promise<RoundAnswer> => {
  const institution = session.principal.institutionId;
  const [row] = await session.run(entered, { patient: patientId, id, institution });
  if (row === undefined) return refused(UNKNOWN);
  const made = resourceOfRound(
    row.sourceId,
    { reference: `Patient/${patientId}` },
    {
      programme: row.programme,
    },
  );
  const resources = [{ ...made, status: 'entered-in-error' as const }];
  const content = { takenBack: id };
  return answerOf(
    await enterRecords(session, intake, { patientId, resources, content }, async () => {}),
  );
};
