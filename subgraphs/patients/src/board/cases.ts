import { sqlStatement } from '@nodp/database';
import { decodeOne, decodePair, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type {
  MutationAddBoardCaseArgs,
  MutationChangeBoardCaseArgs,
  MutationWithdrawBoardCaseArgs,
} from '../generated/resolvers.ts';
import { tumourRow } from '../kinds/tumour/rows.ts';
import { patientRow } from '../people/patient-rows.ts';
import { inForce } from '../rules/rule-rows.ts';
import { renewTasks } from '../tasks/renew-tasks.ts';
import { type CaseRow, caseRow, MOST_CASES, meetingCases, meetingRow, readText } from './rows.ts';

const p = sql.placeholder;
/** Not twice on the list of one meeting. */
const waitsAlready = (
  other: ReturnType<typeof sql>,
) => sql`exists (select 1 from patients.board_case o
    where o.patient_id = ${p('patient')}::uuid and o.meeting_id = ${p('meeting')}::uuid and o.withdrawn_at is null and ${other})`;
const insert = sqlStatement<CaseRow>(sql`
  insert into patients.board_case (patient_id, id, institution_id, meeting_id, tumour_id, question, presenter, turn, added_by)
  select ${p('patient')}::uuid, ${p('id')}::uuid, ${p('institution')}::uuid, ${p('meeting')}::uuid, ${p('tumour')}::uuid,
    ${p('question')}, ${p('presenter')}, (select coalesce(max(b.turn), 0) + 1 from patients.board_case b
      where b.institution_id = ${p('institution')}::uuid and b.meeting_id = ${p('meeting')}::uuid), ${p('by')}
  where not ${waitsAlready(sql`true`)} returning *`);
const undecided = sql`c.withdrawn_at is null and not exists (select 1 from patients.board_decision d
    where d.patient_id = c.patient_id and d.case_id = c.id)`;
const change = sqlStatement<CaseRow>(sql`
  update patients.board_case c set meeting_id = ${p('meeting')}::uuid, question = ${p('question')}, presenter = ${p('presenter')},
    changed_by = ${p('by')}, changed_at = clock_timestamp()
  where c.patient_id = ${p('patient')}::uuid and c.id = ${p('id')}::uuid and ${undecided}
    and not ${waitsAlready(sql`o.id <> c.id`)} returning *`);
const withdraw = sqlStatement<CaseRow>(sql`
  update patients.board_case c set withdrawn_by = ${p('by')}, withdrawn_at = clock_timestamp(), withdrawn_reason = ${p('reason')}
  where c.patient_id = ${p('patient')}::uuid and c.id = ${p('id')}::uuid and ${undecided} returning *`);

/** A meeting of the institution's that takes place; null where it is none such. */
const meetingOf = async (text: string, context: SubgraphContext): Promise<string | null> => {
  const id = decodeOne('BoardMeeting', text);
  const row = await context.once(meetingRow).load(id);
  return row === null || row.cancelled ? null : id;
};

/** Writes one case, with the tasks of its patient, in one transaction; whoever reads it next reads it anew. */
const write = async (
  statement: typeof insert,
  { patient, id }: { readonly patient: string; readonly id: string },
  values: Record<string, unknown>,
  context: SubgraphContext,
): Promise<CaseRow | null> => {
  const { session, principal } = context;
  const rules = await inForce(context);
  const row = await session.transaction(async () => {
    const [stored] = await session.run(statement, {
      ...{ patient, id, by: principal.accountId, institution: principal.institutionId },
      ...values,
    });
    if (stored === undefined) return null;
    await renewTasks(session, [patient], rules);
    return stored;
  });
  context.once(caseRow).clear({ patientId: patient, id });
  context.once(meetingCases).clearAll();
  return row;
};

/** Puts a patient in the institution's care on the list of a meeting. @throws BAD_USER_INPUT */
export const addCase = async (
  args: MutationAddBoardCaseArgs,
  context: SubgraphContext,
): Promise<CaseRow | null> => {
  const patient = decodeOne('Patient', args.patient);
  const question = readText('question', args.question, 3, 1000);
  const presenter = readText('presenter', args.presenter, 1, 100);
  const tumour = args.tumour == null ? null : decodePair('Tumour', args.tumour);
  const meeting = await meetingOf(args.meeting, context);
  await context.session.audit('change', [patient], { board: 'case added' });
  const [known, of] = await Promise.all([
    context.once(patientRow).load(patient),
    tumour === null ? null : context.once(tumourRow).load(tumour),
  ]);
  const isTheirs = tumour === null || (of !== null && tumour.patientId === patient);
  const cases = meeting === null ? [] : await context.once(meetingCases).load(meeting);
  if (meeting === null || known === null || !isTheirs || cases.length >= MOST_CASES) return null;
  const values = { meeting, tumour: tumour?.id ?? null, question, presenter };
  return write(insert, { patient, id: uuidv7() }, values, context);
};

/** Changes a case that waits. @throws BAD_USER_INPUT */
export const changeCase = async (
  args: MutationChangeBoardCaseArgs,
  context: SubgraphContext,
): Promise<CaseRow | null> => {
  const key = decodePair('BoardCase', args.id);
  const question = readText('question', args.question, 3, 1000);
  const presenter = readText('presenter', args.presenter, 1, 100);
  const meeting = await meetingOf(args.meeting, context);
  await context.session.audit('change', [key.patientId], { board: 'case changed' });
  if (meeting === null) return null;
  const values = { meeting, question, presenter };
  return write(change, { patient: key.patientId, id: key.id }, values, context);
};

/** Takes a case that waits from the list. @throws BAD_USER_INPUT */
export const withdrawCase = async (
  args: MutationWithdrawBoardCaseArgs,
  context: SubgraphContext,
): Promise<CaseRow | null> => {
  const key = decodePair('BoardCase', args.id);
  const reason = readText('reason', args.reason, 3, 500);
  await context.session.audit('change', [key.patientId], { board: 'case withdrawn' });
  return write(withdraw, { patient: key.patientId, id: key.id }, { reason }, context);
};
