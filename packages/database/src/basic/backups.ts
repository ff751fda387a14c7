import { sql } from 'drizzle-orm';
import { bigint, pgPolicy, text } from 'drizzle-orm/pg-core';
import { applicationRole, basic, instant } from './schema.ts';

/**
 * Backups that were made, so that who watches the platform sees when the last one was: by `nodp backup`, or, of a PostgreSQL
 * of the operator's, as the operator stated. Written by the owner alone.
 */
export const backup = basic.table(
  'backup',
  {
    id: text('id').primaryKey(),
    madeBy: text('made_by', { enum: ['PLATFORM', 'OPERATOR'] }).notNull(),
    /** The moment that it restores to. */
    moment: instant('moment').notNull(),
    bytes: bigint('bytes', { mode: 'number' }),
    /** What the operator's tool made, in the operator's words. */
    statement: text('statement'),
    /** The last trial restore. */
    triedAt: instant('tried_at'),
    /** Why the trial failed; null where it was whole. */
    problem: text('problem'),
  },
  () => [
    pgPolicy('read', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(`(select current_setting('nodp.accounts', true)) = 'on'`),
    }),
  ],
);
