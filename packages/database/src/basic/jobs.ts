import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgPolicy, real, text, uuid } from 'drizzle-orm/pg-core';
import { applicationRole, basic, instant } from './schema.ts';

const ownJobs = sql.raw(`(select current_setting('nodp.jobs', true)) = 'on'`);

/**
 * Work that outlives a request: requested by an account, done by a worker. The application role requests and cancels
 * under row-level security; everything else of a row is the worker's, who is the owner.
 */
export const job = basic.table(
  'job',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    parameters: jsonb('parameters').notNull().default({}),
    /** Account. */
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull().default(sql`now()`),
    state: text('state', { enum: ['REQUESTED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] })
      .notNull()
      .default('REQUESTED'),
    /** How often a worker has begun it. */
    attempts: integer('attempts').notNull().default(0),
    step: text('step'),
    /** Of the work, 0 to 1. */
    share: real('share').notNull().default(0),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    cancelRequestedAt: instant('cancel_requested_at'),
    /** Why it failed, as an operator reads it. */
    problem: text('problem'),
    result: jsonb('result'),
  },
  (t) => [
    index('job_newest').on(t.requestedAt, t.id),
    pgPolicy('read', { for: 'select', to: applicationRole, using: ownJobs }),
    pgPolicy('request', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(
        `(select current_setting('nodp.jobs', true)) = 'on' and state = 'REQUESTED' and attempts = 0
        and requested_by = (select current_setting('nodp.account', true))`,
      ),
    }),
    pgPolicy('cancel', { for: 'update', to: applicationRole, using: ownJobs, withCheck: ownJobs }),
  ],
);
