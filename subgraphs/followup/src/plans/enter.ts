/** A plan of follow-up made, changed, ended or withdrawn on a page: a record of the institution's, as if its system had sent it. */
import type { Appointment, CarePlan } from '@medplum/fhirtypes';
import { type Session, sqlStatement } from '@nodp/database';
import { type Label, nationalDay } from '@nodp/graph';
import { enterRecords, type Intake, problemsOf } from '@nodp/intake';
import { isDay } from '@nodp/record';
import { codeable, said } from '@nodp/record/fhir';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { participantsOf } from '../kinds/contact/participants.ts';
import { carePlan, type EnteredPlan, visitOf } from './resources.ts';
import { isEnteredPlan, planKey } from './source.ts';

export { ACTIVITY_STATUSES, PLAN_STATUSES } from './resources.ts';

const p = sql.placeholder;
/** Plans of a patient that an institution makes here. */
const MOST_PLANS = 50;

export interface AskedPlan extends EnteredPlan {
  readonly patientId: string;
  /** The row of the plan that is changed; null makes one. */
  readonly planId: string | null;
  /** Whether appointments made here that are still to come are called off. */
  readonly callOff: boolean;
}

/** A plan that was stored or withdrawn, or why it was not. */
export type PlanAnswer =
  | { readonly outcome: 'taken'; readonly id: string }
  | { readonly outcome: 'refused'; readonly problems: readonly Label[] };

const standing = sqlStatement<{
  cares: boolean;
  dead: boolean;
  made: number;
  source: string | null;
}>(
  sql`
  select exists (select 1 from basic.care_relationship c where c.patient_id = ${p('patient')}::uuid
      and c.institution_id = ${p('institution')}::uuid) as cares,
    exists (select 1 from basic.death d where d.patient_id = ${p('patient')}::uuid) as dead,
    (select count(*)::int from followup.plan l where l.patient_id = ${p('patient')}::uuid
      and l.institution_id = ${p('institution')}::uuid and l.source_id like 'plan-%') as made,
    (select l.source_id from followup.plan l where l.patient_id = ${p('patient')}::uuid
      and l.institution_id = ${p('institution')}::uuid and l.id = ${p('plan')}::uuid) as source`,
);
const stored = sqlStatement<{ id: string }>(sql`
  select l.id from followup.plan l where l.patient_id = ${p('patient')}::uuid
    and l.institution_id = ${p('institution')}::uuid and l.source_id = ${p('source')}`);

interface Visit {
  readonly sourceId: string;
  readonly at: string;
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
  readonly note: string | null;
  readonly venue: string | null;
}
/** Appointments made here that are still to come and were not answered. */
const toCome = sqlStatement<Visit>(sql`
  select c.source_id, to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
    c.system, c.code, c.display, c.note, c.venue
  from followup.contact c where c.patient_id = ${p('patient')}::uuid and c.institution_id = ${p('institution')}::uuid
    and c.status in ('proposed', 'pending', 'booked', 'waitlist') and c.at > now()
    and (c.source_id like 'visit-%' or c.source_id like '%-next')
    and exists (select 1 from basic.submission s where s.id = c.submission_id and s.channel = 'entered')
    and not exists (select 1 from followup.contact_outcome o where o.patient_id = c.patient_id
      and o.institution_id = c.institution_id and o.contact = c.source_id and o.taken_back_at is null)`);

const refused = (...problems: Label[]): PlanAnswer => ({ outcome: 'refused', problems });
const UNKNOWN: Label = {
  en: 'No such patient is in your institution’s care, or the plan was not made here.',
  zh: '本机构照护的患者中没有该患者，或该计划并非在此制定。',
};
const DEAD: Label = {
  en: 'The patient has died: every plan is closed.',
  zh: '患者已去世，所有计划均已关闭。',
};
const TOO_MANY: Label = {
  en: `A patient has ${MOST_PLANS} plans made here at most; change one of them.`,
  zh: `每位患者在此最多制定${MOST_PLANS}个计划，请修改已有计划。`,
};

/** Why a plan cannot be stored; null where nothing forbids it. */
const problemOf = (
  { what, status, started, ended, visit, activities }: AskedPlan,
  today: string,
): Label | null => {
  if (what === '' || activities.some((one) => one.what === ''))
    return {
      en: 'Say what the plan, and each thing of it, is.',
      zh: '请填写计划及每项内容的名称。',
    };
  if (!isDay(started) || (ended !== null && (!isDay(ended) || ended < started)))
    return {
      en: 'The last day of a plan is not before its first.',
      zh: '计划的结束日期不得早于开始日期。',
    };
  const isOver = status === 'completed' || status === 'revoked';
  if (isOver && (ended === null || ended > today))
    return {
      en: 'A plan that is over has a last day until today.',
      zh: '已结束的计划须填写结束日期（不晚于今天）。',
    };
  if (isOver && visit !== null)
    return {
      en: 'A plan that is over makes no appointment.',
      zh: '已结束的计划不能再安排就诊。',
    };
  if (visit !== null && (!isDay(visit.on) || visit.on < today))
    return {
      en: 'The appointment is on a day from today on.',
      zh: '就诊日期须为今天或之后的日期。',
    };
  return null;
};

const calledOff = (patient: string, visits: readonly Visit[]): Appointment[] =>
  visits.map(
    ({ sourceId, at, note, venue, ...what }) =>
      said({
        resourceType: 'Appointment',
        id: sourceId,
        status: 'cancelled',
        // What it was for stays as it was coded.
        appointmentType: codeable(what.system, what.code, what.display),
        comment: note,
        start: at,
        end: at,
        participant: participantsOf({ reference: `Patient/${patient}` }, venue),
      }) as Appointment,
  );

const write = async (
  session: Session,
  intake: Intake,
  patientId: string,
  resources: readonly (CarePlan | Appointment)[],
  content: unknown,
): Promise<Extract<PlanAnswer, { outcome: 'refused' }> | null> => {
  const done = await enterRecords(
    session,
    intake,
    { patientId, resources, content },
    async () => {},
  );
  return done.outcome === 'taken'
    ? null
    : { outcome: 'refused', problems: problemsOf(done.issues) };
};

/**
 * Stores a plan, new or changed, with the appointment that is made with it; of one that is over, what was to come is called off.
 * @param session of the institution's system, under the person's own name
 */
export const enterPlan = async (
  session: Session,
  intake: Intake,
  asked: AskedPlan,
): Promise<PlanAnswer> => {
  const { patientId, planId, callOff, ...entered } = asked;
  const problem = problemOf(asked, nationalDay(new Date()));
  if (problem !== null) return refused(problem);
  const institution = session.principal.institutionId;
  const who = { patient: patientId, institution };
  const [known] = await session.run(standing, { ...who, plan: planId });
  if (known === undefined || !known.cares) return refused(UNKNOWN);
  if (known.dead) return refused(DEAD);
  if (planId === null ? known.made >= MOST_PLANS : !isEnteredPlan(known.source ?? ''))
    return refused(planId === null ? TOO_MANY : UNKNOWN);
  const key = planId === null ? uuidv7() : (known.source as string).slice(planKey('').length);
  const over = entered.status === 'completed' || entered.status === 'revoked';
  const visits = over && callOff ? await session.run(toCome, who) : [];
  const resources = [
    carePlan(patientId, key, entered),
    ...(entered.visit === null ? [] : [visitOf(patientId, uuidv7(), entered.what, entered.visit)]),
    ...calledOff(patientId, visits),
  ];
  const failed = await write(session, intake, patientId, resources, { plan: key, ...entered });
  if (failed !== null) return failed;
  const [row] = await session.run(stored, { ...who, source: planKey(key) });
  if (row === undefined) throw new Error('The plan that was stored is not there.');
  return { outcome: 'taken', id: row.id };
};

/** Withdraws a plan that was made here in error; it is kept as a former version. */
export const withdrawPlan = async (
  session: Session,
  intake: Intake,
  { patientId, id }: { readonly patientId: string; readonly id: string },
): Promise<PlanAnswer> => {
  const who = { patient: patientId, institution: session.principal.institutionId };
  const [known] = await session.run(standing, { ...who, plan: id });
  if (known === undefined || !known.cares || !isEnteredPlan(known.source ?? ''))
    return refused(UNKNOWN);
  const key = (known.source as string).slice(planKey('').length);
  const nothing = { what: '—', started: nationalDay(new Date()), ended: null, activities: [] };
  const plan = carePlan(patientId, key, { ...nothing, status: 'revoked' });
  const failed = await write(
    session,
    intake,
    patientId,
    [{ ...plan, status: 'entered-in-error' }],
    { withdrawn: key },
  );
  return failed ?? { outcome: 'taken', id };
};
