import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgPolicy, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { applicationRole, basic, instant } from './schema.ts';

const ownAccount = `account_id = (select current_setting('nodp.account', true))`;
const ownOrNational = sql.raw(
  `${ownAccount} or (select current_setting('nodp.national', true)) = 'on'`,
);

const national = sql.raw(`(select current_setting('nodp.national', true)) = 'on'`);

/**
 * What an account asked to be counted, question by question and day: what is left of its budget is told from here, and the
 * data access committee (national data managers) sees who asks much.
 */
export const askedCounts = basic.table(
  'asked_counts',
  {
    accountId: text('account_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /** Names the question wholly: what was asked before is not counted again on that day. */
    question: text('question').notNull(),
    counts: integer('counts').notNull(),
    /** Counts answered as a set that was asked before and differs by a few persons: who has many, may single somebody out. */
    near: integer('near').notNull().default(0),
    /** Parts of the question that were refused, since they single out a few persons. */
    refused: integer('refused').notNull().default(0),
    /** The question in words, where some of it was near or refused: for the committee to read. */
    words: jsonb('words').$type<{ readonly en: string; readonly zh: string }>(),
    askedAt: instant('asked_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.day, t.question] }),
    index('asked_counts_by_day').on(t.day),
    pgPolicy('read', { for: 'select', to: applicationRole, using: ownOrNational }),
    pgPolicy('ask', { for: 'insert', to: applicationRole, withCheck: sql.raw(ownAccount) }),
  ],
);

/**
 * A project that the data access committee approved: its account is told more counts a day until it ends. Accounts of one project
 * share its counts.
 */
export const approvedProject = basic.table(
  'approved_project',
  {
    accountId: text('account_id').primaryKey(),
    title: text('title').notNull(),
    /** Why it was approved. */
    reason: text('reason').notNull().default(''),
    countsPerDay: integer('counts_per_day').notNull(),
    until: date('until', { mode: 'string' }).notNull(),
    approvedBy: text('approved_by').notNull(),
    /** The project whose accounts have the counts together; null of a budget of one account's own. */
    projectId: uuid('project_id'),
    approvedAt: instant('approved_at').notNull().default(sql`now()`),
  },
  (t) => [
    index('approved_project_of_project').on(t.projectId),
    pgPolicy('read', { for: 'select', to: applicationRole, using: ownOrNational }),
    pgPolicy('approve', {
      for: 'all',
      to: applicationRole,
      using: national,
      withCheck: national,
    }),
  ],
);
