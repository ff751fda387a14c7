import { sqlStatement } from '@nodp/database';
import { badInput, decodeOne, decodePair, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type {
  MutationOrderBoardCasesArgs,
  MutationSaveBoardMeetingArgs,
  QueryBoardMeetingsArgs,
} from '../generated/resolvers.ts';
import { isCalendarDay } from '../people/calendar-day.ts';
import { inForce } from '../rules/rule-rows.ts';
import { addDays } from '../tasks/days.ts';
import { renewTasks } from '../tasks/renew-tasks.ts';
import {
  type MeetingRow,
  MOST_CASES,
  meetingCases,
  meetingRow,
  meetingsBetween,
  readText,
} from './rows.ts';

/** Days of meetings that are asked for at once. */
const LONGEST = 92;

const p = sql.placeholder;
const insert = sqlStatement<MeetingRow>(sql`
  insert into patients.board_meeting (institution_id, id, held_on, name, place, cancelled, changed_by)
  values (${p('institution')}::uuid, ${p('id')}::uuid, ${p('on')}::date, ${p('name')}, ${p('place')}, ${p('cancelled')}::boolean,
    ${p('by')})
  on conflict (institution_id, held_on, name) do nothing returning *`);
const update = sqlStatement<MeetingRow>(sql`
  update patients.board_meeting m set held_on = ${p('on')}::date, name = ${p('name')}, place = ${p('place')},
    cancelled = ${p('cancelled')}::boolean, changed_by = ${p('by')}, changed_at = clock_timestamp()
  where m.institution_id = ${p('institution')}::uuid and m.id = ${p('id')}::uuid and not exists (
    select 1 from patients.board_meeting o where o.institution_id = m.institution_id and o.held_on = ${p('on')}::date
      and o.name = ${p('name')} and o.id <> m.id)
  returning *`);
const reorder = sqlStatement<never>(sql`
  update patients.board_case c set turn = w.turn, changed_by = ${p('by')}, changed_at = clock_timestamp()
  from unnest(${p('patients')}::uuid[], ${p('ids')}::uuid[]) with ordinality as w(patient_id, id, turn)
  where c.patient_id = w.patient_id and c.id = w.id and c.meeting_id = ${p('meeting')}::uuid`);

/** @throws BAD_USER_INPUT where the days are none, or too many */
export const listMeetings = (
  { fromDay, toDay }: QueryBoardMeetingsArgs,
  context: SubgraphContext,
) => {
  if (!isCalendarDay(fromDay) || !isCalendarDay(toDay) || toDay > addDays(fromDay, LONGEST))
    throw badInput(`\`fromDay\` and \`toDay\` are days, YYYY-MM-DD, ${LONGEST} apart at most.`);
  return meetingsBetween(fromDay, toDay, context);
};

/** Plans a meeting or changes one; the tasks of who is on its list follow. @throws BAD_USER_INPUT */
export const saveMeeting = async (
  { id, meeting }: MutationSaveBoardMeetingArgs,
  context: SubgraphContext,
): Promise<MeetingRow | null> => {
  const name = readText('name', meeting.name, 1, 100);
  const place = readText('place', meeting.place ?? '', 0, 100) || null;
  if (!isCalendarDay(meeting.on))
    throw badInput('`on` is a day of the calendar, YYYY-MM-DD. / 日期格式为 YYYY-MM-DD。');
  const { session, principal } = context;
  const meant = id == null ? null : decodeOne('BoardMeeting', id);
  const waiting = meant === null ? [] : await context.once(meetingCases).load(meant);
  const whose = waiting.map(({ patientId }) => patientId);
  await session.audit('change', whose, { board: 'meeting', cases: waiting.length });
  const rules = await inForce(context);
  return session.transaction(async () => {
    const [stored] = await session.run(meant === null ? insert : update, {
      ...{
        institution: principal.institutionId,
        id: meant ?? uuidv7(),
        on: meeting.on,
        name,
        place,
      },
      ...{ cancelled: meeting.cancelled ?? false, by: principal.accountId },
    });
    if (stored === undefined) return null;
    await renewTasks(session, whose, rules);
    return stored;
  });
};

/** Puts the cases of a meeting in the order given. @throws BAD_USER_INPUT */
export const orderCases = async (
  { meeting, cases }: MutationOrderBoardCasesArgs,
  context: SubgraphContext,
): Promise<MeetingRow | null> => {
  if (cases.length > MOST_CASES) throw badInput(`\`cases\` names ${MOST_CASES} at most.`);
  const id = decodeOne('BoardMeeting', meeting);
  const row = await context.once(meetingRow).load(id);
  if (row === null) return null;
  const { session, principal } = context;
  const known = await context.once(meetingCases).load(id);
  const named = cases.map((one) => decodePair('BoardCase', one));
  const rest = known.filter((one) => !named.some((other) => other.id === one.id));
  const order = [...named, ...rest];
  await session.audit('change', [...new Set(order.map(({ patientId }) => patientId))], {
    board: 'order',
  });
  await session.run(reorder, {
    patients: order.map(({ patientId }) => patientId),
    ids: order.map((one) => one.id),
    ...{ meeting: id, by: principal.accountId },
  });
  context.once(meetingCases).clear(id);
  return row;
};
