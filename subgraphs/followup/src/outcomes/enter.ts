/** What came of a follow-up contact, entered on a page: records of the institution's, as if its system had sent them. */
import { type Session, sqlStatement } from '@nodp/database';
import { type Label, nationalDay } from '@nodp/graph';
import { enterRecords, type Intake, problemsOf } from '@nodp/intake';
import { isDay, partialDate } from '@nodp/record';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { nextContact } from './next-contact.ts';
import { type EnteredContact, type ReachedStatus, resourcesOf, withdrawn } from './resources.ts';
import type { ContactOutcomeKind } from './table.ts';

export { DISEASE_STATUSES } from './resources.ts';
export { CONTACT_OUTCOMES } from './table.ts';

const p = sql.placeholder;

export interface AskedOutcome {
  readonly patientId: string;
  /** The row of the contact that was due; null where none was. */
  readonly contactId: string | null;
  readonly outcome: ContactOutcomeKind;
  readonly on: string;
  readonly status: ReachedStatus | null;
  readonly died: string | null;
  readonly cause: string | null;
  readonly note: string | null;
  /** The day of the next contact; null for none, left out for the plan's own. */
  readonly next?: string | null | undefined;
}

/** An outcome that was entered or taken back, or why it was not. */
export type OutcomeAnswer =
  | { readonly outcome: 'taken'; readonly id: string; readonly nextOn: string | null }
  | { readonly outcome: 'refused'; readonly problems: readonly Label[] };

const planned = sqlStatement<{ cares: boolean; since: string | null; waits: boolean }>(sql`
  select exists (select 1 from basic.care_relationship c where c.patient_id = ${p('patient')}::uuid
      and c.institution_id = ${p('institution')}::uuid) as cares,
    (select min(l.started_on)::text from followup.plan l where l.patient_id = ${p('patient')}::uuid
      and l.status = 'active') as since,
    exists (select 1 from followup.contact c where c.patient_id = ${p('patient')}::uuid
      and c.institution_id = ${p('institution')}::uuid and c.id is distinct from ${p('contact')}::uuid
      and c.status in ('proposed', 'pending', 'booked', 'waitlist') and c.at > now()
      and not exists (select 1 from followup.contact_outcome o where o.patient_id = c.patient_id
        and o.institution_id = c.institution_id and o.contact = c.source_id and o.taken_back_at is null)) as waits`);
const note = sqlStatement<{ state: 'NOTED' | 'UNKNOWN' | 'ANSWERED' }>(sql`
  select followup.note_outcome(${p('patient')}::uuid, ${p('id')}::uuid, ${p('contact')}::uuid, ${p('outcome')}, ${p('on')}::date,
    ${p('note')}, ${p('next')}::date, ${p('submission')}::uuid) as state`);
const takeBack = sqlStatement<{ done: boolean }>(sql`
  select followup.take_outcome_back(${p('patient')}::uuid, ${p('id')}::uuid) as done`);
const stored = sqlStatement<{
  outcome: ContactOutcomeKind;
  on: string;
  contactId: string | null;
  sourceIds: string[];
}>(sql`
  select o.outcome, o."on"::text, (select c.id from followup.contact c where c.patient_id = o.patient_id
      and c.institution_id = o.institution_id and c.source_id = o.contact) as contact_id,
    array(select c.source_id from followup.contact c where c.patient_id = o.patient_id
      and c.institution_id = o.institution_id and c.source_id in (o.id || '-contact', o.id || '-next')) as source_ids
  from followup.contact_outcome o where o.patient_id = ${p('patient')}::uuid and o.id = ${p('id')}::uuid
    and o.institution_id = ${p('institution')}::uuid and o.taken_back_at is null`);

/** Undoes the transaction: it was answered meanwhile, or there is none. */
class NotNoted extends Error {
  readonly label: Label;
  constructor(label: Label) {
    super(label.en);
    this.label = label;
  }
}

const UNKNOWN: Label = {
  en: 'No such patient or contact is in your institution’s care.',
  zh: '本机构照护的患者中没有该患者或该次联系。',
};
const ANSWERED: Label = {
  en: 'The outcome of this contact was entered already; take it back first.',
  zh: '该次联系的结果已录入，请先撤回。',
};
const refused = (...problems: Label[]): OutcomeAnswer => ({ outcome: 'refused', problems });

const lastDayOf = (text: string): string => {
  const date = partialDate(text);
  return date === null ? '' : date.date.slice(0, text.length);
};

/** Why the outcome cannot be stored; null where nothing forbids it. */
const problemOf = (
  { outcome, on, status, died, next }: AskedOutcome,
  today: string,
): Label | null => {
  if (!isDay(on) || on > today)
    return {
      en: 'The contact took place on a day until today.',
      zh: '联系日期须为今天或之前的日期。',
    };
  if (outcome === 'REACHED_WITH_DISEASE' && status === null)
    return { en: 'Say how the disease stands.', zh: '请选择疾病状态。' };
  if (outcome === 'DIED' && (died === null || lastDayOf(died) === '' || died > today))
    return {
      en: 'Give the date of death as far as it is known: a day, a month or a year until today.',
      zh: '请填写已知的死亡日期（年、年月或年月日，不晚于今天）。',
    };
  if (outcome !== 'DIED' && next != null && (!isDay(next) || next <= on))
    return { en: 'The next contact is on a day after this one.', zh: '下次联系须晚于本次联系。' };
  return null;
};

/**
 * Stores the outcome of a contact with its records and the next contact, in one transaction.
 * @param session of the institution's system, under the person's own name
 * @param endTasks ends what waited for the contact, in the same transaction
 */
export const enterOutcome = async (
  session: Session,
  intake: Intake,
  asked: AskedOutcome,
  endTasks: (session: Session) => Promise<void>,
): Promise<OutcomeAnswer> => {
  const { patientId, contactId, outcome, on } = asked;
  const problem = problemOf(asked, nationalDay(new Date()));
  if (problem !== null) return refused(problem);
  const institution = session.principal.institutionId;
  const [plan] = await session.run(planned, {
    patient: patientId,
    institution,
    contact: contactId,
  });
  if (plan === undefined || !plan.cares) return refused(UNKNOWN);
  const next =
    outcome === 'DIED'
      ? null
      : asked.next !== undefined
        ? asked.next
        : plan.waits
          ? null
          : nextContact(outcome, on, plan.since);
  const isDead = outcome === 'DIED';
  const entered: EnteredContact = {
    ...{ outcome, on, next, note: asked.note },
    status: outcome === 'REACHED_WITH_DISEASE' ? asked.status : null,
    died: isDead ? asked.died : null,
    cause: isDead ? asked.cause : null,
  };
  const id = uuidv7();
  const resources = resourcesOf(patientId, id, entered);
  try {
    const done = await enterRecords(
      session,
      intake,
      { patientId, resources, content: { id, contact: contactId, ...entered } },
      async (submission) => {
        const [noted] = await session.run(note, {
          ...{
            patient: patientId,
            id,
            contact: contactId,
            outcome,
            on,
            note: asked.note,
            next,
            submission,
          },
        });
        if (noted?.state !== 'NOTED')
          throw new NotNoted(noted?.state === 'ANSWERED' ? ANSWERED : UNKNOWN);
        await endTasks(session);
      },
    );
    return done.outcome === 'taken'
      ? { outcome: 'taken', id, nextOn: next }
      : refused(...problemsOf(done.issues));
  } catch (error) {
    if (error instanceof NotNoted) return refused(error.label);
    throw error;
  }
};

/**
 * Takes an outcome back that the institution entered: its records are withdrawn, and what it ended waits again.
 * @param reopen opens the tasks of the contact again, in the same transaction
 */
export const takeOutcomeBack = async (
  session: Session,
  intake: Intake,
  { patientId, id }: { readonly patientId: string; readonly id: string },
  reopen: (session: Session, contactId: string) => Promise<void>,
): Promise<OutcomeAnswer> => {
  const institution = session.principal.institutionId;
  const [row] = await session.run(stored, { patient: patientId, id, institution });
  if (row === undefined) return refused(UNKNOWN);
  const made = resourcesOf(patientId, id, {
    ...{ outcome: row.outcome, on: row.on, note: null, status: 'STABLE', died: row.on, cause: 'x' },
    next: row.sourceIds.includes(`${id}-next`) ? row.on : null,
  });
  try {
    const done = await enterRecords(
      session,
      intake,
      { patientId, resources: withdrawn(made), content: { takenBack: id } },
      async () => {
        const [answer] = await session.run(takeBack, { patient: patientId, id });
        if (answer?.done !== true) throw new NotNoted(UNKNOWN);
        if (row.contactId !== null) await reopen(session, row.contactId);
      },
    );
    return done.outcome === 'taken'
      ? { outcome: 'taken', id, nextOn: null }
      : refused(...problemsOf(done.issues));
  } catch (error) {
    if (error instanceof NotNoted) return refused(error.label);
    throw error;
  }
};
