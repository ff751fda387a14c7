import { type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import type { TaskResult } from './kind.ts';

const p = sql.placeholder;
const end = sqlStatement<never>(sql`
  select patients.end_contact_tasks(${p('patient')}::uuid, ${p('contact')}::uuid, ${p('came')}, ${p('words')})`);

/** The task of a contact is done with its outcome, or waits again where that is null: within the transaction of the outcome. */
export const endContactTasks = async (
  session: Session,
  of: { readonly patientId: string; readonly contactId: string },
  came: TaskResult | null,
  note: string | null,
): Promise<void> => {
  await session.run(end, { patient: of.patientId, contact: of.contactId, came, words: note });
};
