import type { Sql } from 'postgres';
import type { Writer } from './put-data-sets.ts';

/** Writes as the owner of the tables, for an operator's command; the keys of what is read are the columns' own. */
export const ownerWriter = (sql: Pick<Sql, 'unsafe'>): Writer => ({
  run: async <Row>(...[{ text, bind }, values]: Parameters<Writer['run']>) =>
    (await sql.unsafe(text, bind(values) as never[])) as unknown as Row[],
});
