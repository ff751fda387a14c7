import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../session.ts';
import { sqlStatement } from '../statement.ts';

const p = sql.placeholder;

const insert = sqlStatement<never>(sql`
  insert into basic.job (id, kind, parameters, requested_by)
  values (${p('id')}, ${p('kind')}, ${p('parameters')}::text::jsonb, ${p('account')})`);

/**
 * Requests a job under row-level security: national data managers and administrators may.
 * @returns the id of the job
 */
export const requestJob = async (
  session: Session,
  kind: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const id = uuidv7();
  const account = session.principal.accountId;
  await session.run(insert, { id, kind, parameters: JSON.stringify(parameters), account });
  return id;
};

const cancel = sqlStatement<{ id: string }>(sql`
  update basic.job set cancel_requested_at = coalesce(cancel_requested_at, now())
  where id = ${p('id')}::uuid and state in ('REQUESTED', 'RUNNING') returning id`);

/** Asks for the end of a job; @returns whether there was one that had not ended. */
export const cancelJob = async (session: Session, id: string): Promise<boolean> =>
  (await session.run(cancel, { id })).length > 0;
