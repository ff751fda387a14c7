import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgPolicy, text, uuid } from 'drizzle-orm/pg-core';
import { applicationRole, basic, instant } from './schema.ts';

/**
 * Which clinical rules the operator's clinical board switched on or off, when, who and why. A switch is added and never
 * changed: the latest of a rule holds, and those before are its history.
 */
export const ruleSwitch = basic.table(
  'rule_switch',
  {
    id: uuid('id').primaryKey(),
    ruleId: text('rule_id').notNull(),
    /** The version of the rule that was tried: a later one has to be switched on anew. */
    version: integer('version').notNull(),
    inForce: boolean('in_force').notNull(),
    /** Whether the board compared the rule with its source. */
    confirmed: boolean('confirmed').notNull(),
    reason: text('reason').notNull(),
    switchedBy: text('switched_by').notNull(),
    switchedAt: instant('switched_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    index('rule_switch_of_rule').on(t.ruleId, t.switchedAt),
    pgPolicy('read', { for: 'select', to: applicationRole, using: sql`true` }),
    pgPolicy('switch', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(
        `(select current_setting('nodp.national', true)) = 'on' and switched_by = (select current_setting('nodp.account', true))`,
      ),
    }),
  ],
);
