import { applicationRole, inCare } from '@nodp/database/tables';
import type { Label } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import {
  date,
  doublePrecision,
  index,
  jsonb,
  pgPolicy,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

/**
 * Alerts of a possible recurrence. A marker of a patient has one that is open at most: it stays the same one until somebody
 * acts on it. Written by `patients.store_alerts` and `patients.act_on_alert` alone.
 */
export const recurrenceAlert = patients.table(
  'recurrence_alert',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    marker: text('marker').notNull(),
    /** Of `CLINICAL_RULES`, with the version that raised it. */
    ruleId: text('rule_id').notNull(),
    ruleVersion: smallint('rule_version').notNull(),
    state: text('state', { enum: ['OPEN', 'CONFIRMED', 'EXPLAINED', 'DISMISSED', 'WITHDRAWN'] })
      .notNull()
      .default('OPEN'),
    raisedAt: instant('raised_at').notNull().default(sql`clock_timestamp()`),
    /** The day of the rise by the rule. */
    roseOn: day('rose_on').notNull(),
    fromOn: day('from_on'),
    fromValue: doublePrecision('from_value'),
    toOn: day('to_on').notNull(),
    toValue: doublePrecision('to_value').notNull(),
    unit: text('unit').notNull(),
    /** The last value that was known: those up to it are not judged again after somebody acted. */
    lastOn: day('last_on').notNull(),
    explanation: jsonb('explanation').$type<readonly Label[]>().notNull(),
    couldBe: jsonb('could_be').$type<readonly Label[]>().notNull(),
    next: jsonb('next').$type<Label>().notNull(),
    /** The account, or null where records did it (death, a recurrence, values taken back). */
    actedBy: text('acted_by'),
    actedAt: instant('acted_at'),
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    uniqueIndex('recurrence_alert_open').on(t.patientId, t.marker).where(sql`state = 'OPEN'`),
    index('recurrence_alert_of_rule').on(t.ruleId, t.state),
    pgPolicy('read_in_care', {
      for: 'select',
      to: applicationRole,
      using: inCare('recurrence_alert'),
    }),
  ],
);

/** How far all patients were surveyed by a version of the rules. Read and written by the owner alone. */
export const surveillanceRun = patients
  .table('surveillance_run', {
    ruleVersion: smallint('rule_version').primaryKey(),
    /** Patients up to here are done; null at the beginning. */
    after: uuid('after'),
    finishedAt: instant('finished_at'),
  })
  .enableRLS();
