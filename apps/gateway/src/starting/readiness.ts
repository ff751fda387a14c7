import { type Database, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { platformPrincipal } from '../auth/platform-principal.ts';

const alive = sqlStatement<{ one: number }>(sql`select 1 as one`);

/** Whether the database answers within a second. */
export const answers = (database: Database): Promise<boolean> =>
  Promise.race([
    database
      .session(platformPrincipal, (session) => session.run(alive))
      .then(
        () => true,
        () => false,
      ),
    new Promise<boolean>((done) => setTimeout(done, 1_000, false).unref()),
  ]);
