import { sql } from 'drizzle-orm';
import { index, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/**
 * An institution's patient whose national identifier and day of birth are those of a person that others know. The two stay
 * two patients until evidence of care and the name agree, or a data manager of who knows the person opens the record.
 * Written and read only by functions of the owner (`patients.claim_patients`, `settle_claims`, `decide_claim`, `unlink_patient` …).
 */
export const identityClaim = patients
  .table(
    'identity_claim',
    {
      id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
      institutionId: uuid('institution_id').notNull(),
      /** The claiming institution's own patient. */
      patientId: uuid('patient_id').notNull(),
      /** Whose record would be opened. */
      targetId: uuid('target_id').notNull(),
      accountId: text('account_id').notNull(),
      claimedAt: instant('claimed_at').notNull().default(sql`clock_timestamp()`),
      /** PARTED was taken apart by a data manager and stays apart; WITHDRAWN is a number that its sender corrected. */
      state: text('state', {
        enum: ['WAITING', 'APPROVED', 'DECLINED', 'OPENED', 'PARTED', 'WITHDRAWN'],
      })
        .notNull()
        .default('WAITING'),
      /** Null where evidence opened it. */
      decidedBy: text('decided_by'),
      decidedAt: instant('decided_at'),
      /** Of who decided: what an institution parted itself it may join again. */
      decidedInstitution: uuid('decided_institution'),
      /** Why it was decided so, in the data manager's words. */
      reason: text('reason'),
    },
    (t) => [
      unique('identity_claim_once').on(t.institutionId, t.patientId, t.targetId),
      index('identity_claim_by_target').on(t.targetId, t.state),
      index('identity_claim_by_account').on(t.accountId, t.claimedAt),
    ],
  )
  .enableRLS();

/** That an institution sent what only who treats a patient has: an encounter, a specimen. Written as above. */
export const careEvidence = patients
  .table(
    'care_evidence',
    {
      institutionId: uuid('institution_id').notNull(),
      patientId: uuid('patient_id').notNull(),
      since: instant('since').notNull().default(sql`clock_timestamp()`),
    },
    (t) => [primaryKey({ columns: [t.institutionId, t.patientId] })],
  )
  .enableRLS();
