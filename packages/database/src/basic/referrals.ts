import { sql } from 'drizzle-orm';
import { date, index, pgPolicy, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { applicationRole, basic, instant } from './schema.ts';

const clinician = `(select current_setting('nodp.tasks', true)) = 'CLINICIAN'`;
const mine = `(select nullif(current_setting('nodp.institution', true), '')::uuid)`;

/**
 * A patient whom one institution refers to another. While it is accepted and its last day is not over, the policies of clinical
 * tables show the patient's records to clinicians of the institution that accepted it. Written by functions of the patients
 * subgraph alone; it moves with the patient of who referred (`basic.move_entered`, by the name of its policy).
 */
export const referral = basic.table(
  'referral',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    /** Who refers. */
    institutionId: uuid('institution_id').notNull(),
    toInstitutionId: uuid('to_institution_id').notNull(),
    department: text('department'),
    reason: text('reason').notNull(),
    /** What is to be seen. */
    question: text('question').notNull(),
    /** The last day, of the national calendar. */
    untilDay: date('until_day', { mode: 'string' }).notNull(),
    /** The end of that day. */
    endsAt: instant('ends_at').notNull(),
    state: text('state', { enum: ['WAITING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'ANSWERED'] })
      .notNull()
      .default('WAITING'),
    referredBy: text('referred_by').notNull(),
    referredAt: instant('referred_at').notNull().default(sql`clock_timestamp()`),
    /** By whom it was accepted or declined. */
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    /** By whom it was answered or withdrawn. */
    endedBy: text('ended_by'),
    endedAt: instant('ended_at'),
    /** The answer, or why it was declined or withdrawn. */
    words: text('words'),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    index('referral_sent').on(t.institutionId, t.referredAt, t.id),
    index('referral_received').on(t.toInstitutionId, t.referredAt, t.id),
    pgPolicy('read_entered', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(
        `${clinician} and (institution_id = ${mine} and exists (select 1 from basic.care_relationship c where c.patient_id = "referral".patient_id and c.institution_id = "referral".institution_id) or to_institution_id = ${mine})`,
      ),
    }),
  ],
);
