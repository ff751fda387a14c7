import { type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';

const every = sqlStatement<{ id: string; code: string }>(
  sql`select id, code from basic.institution`,
);

/** Codes of institutions by their ids, for files and FHIR. */
export const institutionCodes = async (session: Session): Promise<ReadonlyMap<string, string>> =>
  new Map((await session.run(every)).map(({ id, code }) => [id, code]));
