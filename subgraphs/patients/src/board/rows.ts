/** What a tumour board holds, as row-level security shows it to the reader. */
import { sqlStatement } from '@nodp/database';
import { badInput, recordByKey, rowsByPatient, type SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import { boardCase, type boardDecision, boardMeeting, type boardOutcome } from './table.ts';

export type MeetingRow = typeof boardMeeting.$inferSelect;
export type CaseRow = typeof boardCase.$inferSelect;
export type DecisionRow = typeof boardDecision.$inferSelect;
export type OutcomeRow = typeof boardOutcome.$inferSelect;

/** Cases of a meeting. */
export const MOST_CASES = 60;

const p = sql.placeholder;
const meetingsById = sqlStatement<MeetingRow>(sql`
  select * from ${boardMeeting} where institution_id = ${p('institution')}::uuid and id = any(${p('ids')}::uuid[])`);
const meetingsByDay = sqlStatement<MeetingRow>(sql`
  select * from ${boardMeeting} where institution_id = ${p('institution')}::uuid
    and held_on between ${p('fromDay')}::date and ${p('toDay')}::date
  order by held_on, name, id limit 200`);
const casesById = sqlStatement<CaseRow>(sql`
  select * from ${boardCase} where institution_id = ${p('institution')}::uuid and meeting_id = any(${p('ids')}::uuid[])
  order by (withdrawn_at is not null), turn, id`);

export const meetingRow = ({ session, principal }: SubgraphContext) =>
  new DataLoader<string, MeetingRow | null>(async (ids) => {
    const rows = await session.run(meetingsById, {
      institution: principal.institutionId,
      ids: [...ids],
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** By meeting; every patient shown is audited. */
export const meetingCases = ({ audit, session, principal }: SubgraphContext) =>
  new DataLoader<string, CaseRow[]>(async (ids) => {
    const rows = await session.run(casesById, {
      institution: principal.institutionId,
      ids: [...ids],
    });
    await audit([...new Set(rows.map(({ patientId }) => patientId))]);
    const byMeeting = Map.groupBy(rows, ({ meetingId }) => meetingId);
    return ids.map((id) => byMeeting.get(id) ?? []);
  });

export const caseRow = recordByKey(
  sqlStatement<CaseRow>(sql`
    select c.* from unnest(${p('patients')}::uuid[], ${p('ids')}::uuid[]) as w(patient_id, id)
    join ${boardCase} c on c.patient_id = w.patient_id and c.id = w.id`),
);

/** A patient's cases, the latest meeting first. */
export const patientCases = rowsByPatient(
  sqlStatement<CaseRow>(sql`
    select c.* from unnest(${p('ids')}::uuid[]) as w(patient_id) cross join lateral (
      select b.* from patients.board_case b
      left join patients.board_meeting m on m.institution_id = b.institution_id and m.id = b.meeting_id
      where b.patient_id = w.patient_id order by m.held_on desc nulls last, b.added_at desc limit 50) c`),
);

/** A patient's decisions, the latest version first. */
export const decisionRows = rowsByPatient(
  sqlStatement<DecisionRow>(sql`
    select * from patients.board_decision where patient_id = any(${p('ids')}::uuid[]) order by case_id, version desc`),
);

/** What became of a patient's decisions, the latest first. */
export const outcomeRows = rowsByPatient(
  sqlStatement<OutcomeRow>(sql`
    select * from patients.board_outcome where patient_id = any(${p('ids')}::uuid[]) order by entered_at desc, id desc`),
);

/** Meetings between two days. */
export const meetingsBetween = (fromDay: string, toDay: string, context: SubgraphContext) =>
  context.session.run(meetingsByDay, {
    institution: context.principal.institutionId,
    fromDay,
    toDay,
  });

/** A person's text without the spaces around it. @throws BAD_USER_INPUT */
export const readText = (name: string, text: string, shortest: number, longest: number): string => {
  const words = text.trim();
  if (words.length < shortest || words.length > longest)
    throw badInput(
      `\`${name}\` has ${shortest} to ${longest} characters. / 需要${shortest}至${longest}个字符。`,
    );
  return words;
};
