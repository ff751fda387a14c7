import { sql } from 'drizzle-orm';
import { bigint, jsonb, pgPolicy, text } from 'drizzle-orm/pg-core';
import type { PlatformFigures } from '../platform-figures.ts';
import { applicationRole, basic, instant } from './schema.ts';

/** National administrators alone: it concerns the whole network. */
const administrators = sql.raw(`(select current_setting('nodp.accounts', true)) = 'on'`);

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
  () => [pgPolicy('read', { for: 'select', to: applicationRole, using: administrators })],
);

/** What the platform measured of itself, a day long. Not logged: it is in no backup, and a crash may lose it. */
export const platformSample = basic.table(
  'platform_sample',
  {
    at: instant('at').primaryKey().default(sql`clock_timestamp()`),
    figures: jsonb('figures').$type<PlatformFigures>().notNull(),
  },
  () => [pgPolicy('read', { for: 'select', to: applicationRole, using: administrators })],
);
