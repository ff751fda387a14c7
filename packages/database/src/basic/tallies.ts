import { sql } from 'drizzle-orm';
import {
  date,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { applicationRole, basic } from './schema.ts';

const mine = `institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`;
const readers = sql.raw(
  `${mine} and ((select current_setting('nodp.writes', true)) = 'on' or (select current_setting('nodp.review', true)) = 'on') or (select current_setting('nodp.national', true)) = 'on'`,
);
const writers = sql.raw(`(select current_setting('nodp.writes', true)) = 'on' and ${mine}`);

/** Read by the institution's data manager and the national one; added to by who writes, as a submission is closed. */
const policies = () => [
  pgPolicy('read', { for: 'select', to: applicationRole, using: readers }),
  pgPolicy('count', { for: 'insert', to: applicationRole, withCheck: writers }),
  pgPolicy('add', { for: 'update', to: applicationRole, using: writers, withCheck: writers }),
];

const none = (name: string) => integer(name).notNull().default(0);

/** What an institution sent on a day of the national calendar, by type of record: no page adds submissions up. */
export const intakeTally = basic.table(
  'intake_tally',
  {
    institutionId: uuid('institution_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    resourceType: text('resource_type').notNull(),
    created: none('created'),
    updated: none('updated'),
    unchanged: none('unchanged'),
    retained: none('retained'),
    held: none('held'),
    refused: none('refused'),
    /** New records by the days from what they say happened until they were received: to 1, 7, 30, 90, 365, and later. */
    within1: none('within_1'),
    within7: none('within_7'),
    within30: none('within_30'),
    within90: none('within_90'),
    within365: none('within_365'),
    later: none('later'),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.day, t.resourceType] }), ...policies()],
);

/** Why records of an institution were held, refused or taken with a doubt on a day. */
export const reasonTally = basic.table(
  'reason_tally',
  {
    institutionId: uuid('institution_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    outcome: text('outcome', { enum: ['held', 'refused', 'warned'] }).notNull(),
    /** An edit's id, or the kind of issue that a format or reader told. */
    reason: text('reason').notNull(),
    records: integer('records').notNull(),
    /** The last: `{submission, where}`. */
    example: jsonb('example')
      .$type<{ readonly submission: string; readonly where: string }>()
      .notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.day, t.outcome, t.reason] }), ...policies()],
);

/** How many new tumours of an institution said a field, by month and group of sites. */
export const completenessTally = basic.table(
  'completeness_tally',
  {
    institutionId: uuid('institution_id').notNull(),
    /** The first day of the month of receipt. */
    month: date('month', { mode: 'string' }).notNull(),
    siteGroup: text('site_group').notNull(),
    tumours: integer('tumours').notNull(),
    morphology: integer('morphology').notNull(),
    basis: integer('basis').notNull(),
    diagnosedToDay: integer('diagnosed_to_day').notNull(),
    /** With a stage in the same submission. */
    stage: integer('stage').notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.month, t.siteGroup] }), ...policies()],
);

/**
 * An alert that an institution fell silent by its own rhythm, until it sends again. Raised and ended by the platform, as the owner; read by
 * the institution's data manager and the national one.
 */
export const silence = basic.table(
  'silence',
  {
    institutionId: uuid('institution_id').notNull(),
    raisedOn: date('raised_on', { mode: 'string' }).notNull(),
    /** The last day that it had sent on. */
    lastOn: date('last_on', { mode: 'string' }).notNull(),
    /** Days without a submission after which it was silent. */
    limitDays: integer('limit_days').notNull(),
    endedOn: date('ended_on', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.lastOn] }),
    uniqueIndex('silent_once').on(t.institutionId).where(sql`ended_on is null`),
    pgPolicy('read', { for: 'select', to: applicationRole, using: readers }),
  ],
);
