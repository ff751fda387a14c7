import { sql } from 'drizzle-orm';
import {
  type ExtraConfigColumn,
  index,
  pgPolicy,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { applicationRole } from './basic/schema.ts';

/**
 * What every clinical row carries: whose it is, who sent it, from which submission, and under which
 * key of the sender. The primary key is `(patient_id, id)` and the sender's key includes the patient,
 * so that all rows of a patient can live on one shard.
 */
export const clinicalColumns = () => ({
  patientId: uuid('patient_id').notNull(),
  id: uuid('id').notNull(),
  institutionId: uuid('institution_id').notNull(),
  /** FHIR resource type, HL7 segment or file kind the row was read from. */
  sourceType: text('source_type').notNull(),
  /** The sender's own key within its type. */
  sourceId: text('source_id').notNull(),
  /** SHA-256 (hex) of the canonical record: equal content is not written again. */
  contentHash: text('content_hash').notNull(),
  submissionId: uuid('submission_id').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' })
    .notNull()
    .default(sql`now()`),
});

/** How precisely the date beside it is known. */
export const precision = (name: string) => text(name, { enum: ['day', 'month', 'year'] });

/**
 * Rows read of these are only those of patients in the care of the session's institution, of whom the account reads in an
 * emergency (break-glass) for as long as that lasts, and, by its clinicians, of those referred to it while a referral is in force.
 */
export const inCare = (table: string) =>
  sql.raw(
    `(select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "${table}".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "${table}".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now()) or ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and exists (select 1 from basic.referral r where r.patient_id = "${table}".patient_id and r.to_institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and r.state = 'ACCEPTED' and r.ends_at > now())))`,
  );

/** Rows written are only the session's institution's own. */
export const ownInstitution = sql.raw(
  `(select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
);

/** The row-level security of a clinical table. */
export const clinicalPolicies = (table: string) => [
  pgPolicy('read_in_care', { for: 'select', to: applicationRole, using: inCare(table) }),
  pgPolicy('insert_own', { for: 'insert', to: applicationRole, withCheck: ownInstitution }),
  pgPolicy('update_own', {
    for: 'update',
    to: applicationRole,
    using: ownInstitution,
    withCheck: ownInstitution,
  }),
  // For what a sender withdraws (entered in error): a trigger retains the previous version.
  pgPolicy('delete_own', { for: 'delete', to: applicationRole, using: ownInstitution }),
];

/**
 * Row-level security of what people enter of a patient and functions alone write: `basic.move_entered` finds these tables by the
 * policy's name, and moves an institution's rows with its patient.
 */
export const enteredPolicies = (table: string) => [
  pgPolicy('read_entered', { for: 'select', to: applicationRole, using: inCare(table) }),
];

/** Keys and policies of a clinical table: a sender's record becomes one row, by constraint. */
export const clinicalKeys = (
  name: string,
  t: Record<'patientId' | 'id' | 'institutionId' | 'sourceType' | 'sourceId', ExtraConfigColumn>,
) => [
  primaryKey({ columns: [t.patientId, t.id] }),
  unique(`${name}_once`).on(t.patientId, t.institutionId, t.sourceType, t.sourceId),
  // Finds a record under whichever patient it was sent, so that one sent again under the right patient leaves the wrong one.
  index(`${name}_by_source`).using('btree', sql`${t.sourceId} collate "C"`),
  ...clinicalPolicies(name),
];
