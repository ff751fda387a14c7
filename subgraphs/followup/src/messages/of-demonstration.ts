import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { CHANNELS, type MessageOccasion, OCCASIONS } from './occasions.ts';

/** Who writes it all. */
const BY = 'followup';
const NAMES: Readonly<Record<MessageOccasion, string>> = {
  PLAN: '随访计划通知',
  APPOINTMENT: '复诊提醒',
  QUESTIONNAIRE: '症状问卷邀请',
  SCREENING_RECALL: '筛查召回通知',
};
/** Messages that the demonstration's outbox holds. */
const MESSAGES = 12;

/** Templates of the words that new ones begin with, and letters and text messages about contacts: once, at the institution of the coordinator. */
export const messagesOfDemonstration = async (sql: postgres.Sql): Promise<void> => {
  const [institution] = await sql<{ id: string }[]>`
    select a.institution_id as id from basic.account a
    where a.demonstration > 0 and a.role = 'FOLLOWUP_COORDINATOR' and a.institution_id is not null
      and not exists (select 1 from followup.message_template t where t.institution_id = a.institution_id) limit 1`;
  if (institution === undefined) return;
  const templates = (Object.keys(OCCASIONS) as MessageOccasion[]).flatMap((occasion) =>
    CHANNELS.map((channel) => ({ id: uuidv7(), occasion, channel })),
  );
  for (const { id, occasion, channel } of templates) {
    const { title, text } = OCCASIONS[occasion].start[channel];
    await sql`
      insert into followup.message_template (institution_id, id, version, name, occasion, channel, title, words, changed_by)
      values (${institution.id}, ${id}, 1, ${`${NAMES[occasion]}${channel === 'SMS' ? '（短信）' : ''}`}, ${occasion}, ${channel},
        ${sql.json({ ...title })}, ${sql.json({ ...text })}, ${BY})`;
  }
  const contacts = await sql<{ patientId: string; id: string }[]>`
    select c.patient_id as "patientId", c.id from followup.contact c
    where c.institution_id = ${institution.id} and c.status in ('proposed', 'pending', 'booked', 'waitlist')
      and not exists (select 1 from basic.death d where d.patient_id = c.patient_id)
      and exists (select 1 from basic.care_relationship r where r.patient_id = c.patient_id and r.institution_id = c.institution_id)
    order by c.at, c.id limit ${MESSAGES}`;
  for (const [turn, contact] of contacts.entries()) {
    const template = templates.filter(({ occasion }) => occasion === 'APPOINTMENT')[turn % 2];
    if (template === undefined) continue;
    // Every third was posted by hand already.
    const sent = turn % 3 === 2;
    await sql`
      insert into followup.message (patient_id, id, institution_id, occasion, subject, channel, language, template_id, template_version,
        send_on, state, next_at, planned_by, sent_at, sent_by)
      values (${contact.patientId}, ${uuidv7()}, ${institution.id}, 'APPOINTMENT', ${contact.id}, ${template.channel}, 'zh', ${template.id}, 1,
        current_date, ${sent ? 'SENT' : 'WAITING'}, ${sent ? null : sql`now()`}, ${BY}, ${sent ? sql`now()` : null}, ${sent ? BY : null})`;
  }
};
