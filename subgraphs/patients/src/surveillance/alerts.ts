import { query, sqlStatement, statement } from '@nodp/database';
import { badInput, decodePair, rowsByPatient, type SubgraphContext } from '@nodp/graph';
import { and, eq, sql } from 'drizzle-orm';
import { readWords } from '../emergency/break-glass.ts';
import type { MutationActOnAlertArgs } from '../generated/resolvers.ts';
import { recurrenceAlert } from './table.ts';

const p = sql.placeholder;

export type RecurrenceAlertModel = typeof recurrenceAlert.$inferSelect;

/** Open ones first, then the latest. */
export const alertRows = rowsByPatient(
  sqlStatement<RecurrenceAlertModel>(sql`
    select * from ${recurrenceAlert} where patient_id = any(${p('ids')})
    order by (state = 'OPEN') desc, raised_at desc, id`),
);

const act = sqlStatement<{ done: boolean }>(sql`
  select patients.act_on_alert(${p('patient')}::uuid, ${p('id')}::uuid, ${p('verdict')}, ${p('reason')}) as done`);
const one = statement(
  query
    .select()
    .from(recurrenceAlert)
    .where(and(eq(recurrenceAlert.patientId, p('patient')), eq(recurrenceAlert.id, p('id')))),
);

/**
 * Closes an alert with what the account made of it, recorded in the audit before it is done; null where no open alert of the
 * reader's patients has the id. @throws BAD_USER_INPUT
 */
export const actOnAlert = async (
  { id: given, verdict, reason: written }: MutationActOnAlertArgs,
  { session }: SubgraphContext,
): Promise<RecurrenceAlertModel | null> => {
  const { patientId, id } = decodePair('RecurrenceAlert', given);
  const reason = readWords('reason', written, 3);
  await session.audit('change', [patientId], { alert: id, verdict });
  const [answer] = await session.run(act, { patient: patientId, id, verdict, reason });
  if (answer?.done !== true) return null;
  const [row] = await session.run(one, { patient: patientId, id });
  if (row === undefined) throw badInput('The alert is not there any more.');
  return row;
};

interface PrecisionRow {
  readonly ruleId: string;
  readonly open: number;
  readonly confirmed: number;
  readonly explained: number;
  readonly dismissed: number;
  readonly withdrawn: number;
}

const precision = sqlStatement<PrecisionRow>(sql`select * from patients.alert_precision()`);
const everyPrecision = ({ session }: SubgraphContext): Promise<PrecisionRow[]> =>
  session.run(precision);

/** Judged alerts under which no precision is told. */
const FEWEST = 10;

/** What became of the alerts of a rule; null where it raised none. */
export const precisionOf = async (ruleId: string, context: SubgraphContext) => {
  // Numbers of the whole network, for national accounts.
  if (context.principal.institutionId !== null) return null;
  const row = (await context.once(everyPrecision)).find((one_) => one_.ruleId === ruleId);
  if (row === undefined) return null;
  const judged = row.confirmed + row.explained + row.dismissed;
  return { ...row, precision: judged < FEWEST ? null : (100 * row.confirmed) / judged };
};
