import { sqlStatement } from '@nodp/database';
import { badInput, decodePair, nationalDay, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type {
  BoardDecisionInput,
  MutationRecordBoardDecisionArgs,
  MutationRecordBoardOutcomeArgs,
} from '../generated/resolvers.ts';
import { isCalendarDay } from '../people/calendar-day.ts';
import { inForce } from '../rules/rule-rows.ts';
import { addDays } from '../tasks/days.ts';
import { renewTasks } from '../tasks/renew-tasks.ts';
import { addOutcome, doneWith } from './outcome-statements.ts';
import { type CaseRow, caseRow, decisionRows, outcomeRows, readText } from './rows.ts';

/** Days within which a decision is due. */
const LONGEST = 3 * 366;

const p = sql.placeholder;
const insert = sqlStatement<{ version: number }>(sql`
  insert into patients.board_decision (patient_id, case_id, version, institution_id, options, decision, reason, attended, decided_on,
    due_on, correction, entered_by)
  select c.patient_id, c.id, ${p('after')}::smallint + 1, c.institution_id, ${p('options')}::text::jsonb, ${p('decision')}, ${p('reason')},
    ${p('attended')}::text::jsonb, ${p('decidedOn')}::date, ${p('dueOn')}::date, ${p('correction')}, ${p('by')}
  from patients.board_case c
  where c.patient_id = ${p('patient')}::uuid and c.id = ${p('id')}::uuid and c.withdrawn_at is null
    and ${p('after')}::smallint = (select coalesce(max(d.version), 0) from patients.board_decision d
      where d.patient_id = c.patient_id and d.case_id = c.id)
  on conflict do nothing returning version`);

const texts = (
  name: string,
  given: readonly string[],
  fewest: number,
  most: number,
  longest: number,
) => {
  const read = given.map((text) => readText(name, text, 1, longest));
  if (read.length < fewest || read.length > most)
    throw badInput(`\`${name}\` names ${fewest} to ${most}. / 需要${fewest}至${most}项。`);
  return read;
};

/** A decision as it is retained. @throws BAD_USER_INPUT */
const readDecision = (input: BoardDecisionInput, after: number) => {
  const { decidedOn } = input;
  const dueOn = input.dueOn ?? null;
  const today = nationalDay(new Date());
  if (!isCalendarDay(decidedOn) || decidedOn > today)
    throw badInput('`decidedOn` is a day until today, YYYY-MM-DD. / 决定日期须为今天或之前。');
  if (
    dueOn !== null &&
    (!isCalendarDay(dueOn) || dueOn < decidedOn || dueOn > addDays(decidedOn, LONGEST))
  )
    throw badInput(
      '`dueOn` is a day from the decision on, within three years. / 截止日期须在决定之日起三年内。',
    );
  return {
    ...{ decidedOn, dueOn },
    options: JSON.stringify(texts('options', input.options, 0, 20, 300)),
    attended: JSON.stringify(texts('attended', input.attended, 1, 40, 100)),
    decision: readText('decision', input.decision, 3, 2000),
    reason: readText('reason', input.reason, 3, 2000),
    correction: after === 0 ? null : readText('correction', input.correction ?? '', 3, 500),
  };
};

type Key = ReturnType<typeof decodePair>;

const again = async (key: Key, context: SubgraphContext): Promise<CaseRow | null> => {
  context.once(decisionRows).clear(key.patientId);
  context.once(outcomeRows).clear(key.patientId);
  return context.once(caseRow).load(key);
};

/** Records a decision, or a version that corrects it, with the task that asks whether it was done. @throws BAD_USER_INPUT */
export const recordDecision = async (
  { id, after, decision }: MutationRecordBoardDecisionArgs,
  context: SubgraphContext,
): Promise<CaseRow | null> => {
  const key = decodePair('BoardCase', id);
  if (after < 0 || after > 1000) throw badInput('`after` is the version that was read, from 0 on.');
  const values = readDecision(decision, after);
  const { session, principal } = context;
  await session.audit('change', [key.patientId], { board: 'decision', version: after + 1 });
  const rules = await inForce(context);
  const done = await session.transaction(async () => {
    const by = principal.accountId;
    const stored = await session.run(insert, {
      patient: key.patientId,
      id: key.id,
      after,
      by,
      ...values,
    });
    if (stored.length === 0) return false;
    await renewTasks(session, [key.patientId], rules);
    return true;
  });
  return done ? again(key, context) : null;
};

/** Records what became of the latest decision; its task is done with that, in the same transaction. @throws BAD_USER_INPUT */
export const recordOutcome = async (
  { id, version, outcome, note }: MutationRecordBoardOutcomeArgs,
  context: SubgraphContext,
): Promise<CaseRow | null> => {
  const key = decodePair('BoardCase', id);
  if (version < 1 || version > 1000)
    throw badInput('`version` is one of the decision’s, from 1 on.');
  const words =
    outcome === 'CARRIED_OUT'
      ? readText('note', note ?? '', 0, 500) || null
      : readText('note', note ?? '', 3, 500);
  const { session } = context;
  await session.audit('change', [key.patientId], { board: 'outcome', outcome });
  const rules = await inForce(context);
  const done = await session.transaction(async () => {
    const subject = `${key.id} ${version}`;
    const [stored] = await session.run(addOutcome, {
      ...{ patient: key.patientId, id: subject, verdict: outcome, reason: words },
      ...{ newId: uuidv7(), by: session.principal.accountId },
    });
    if (stored === undefined) return false;
    await session.run(doneWith, { patient: key.patientId, subject, came: outcome, words });
    await renewTasks(session, [key.patientId], rules);
    return true;
  });
  return done ? again(key, context) : null;
};
