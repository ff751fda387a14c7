import { sql } from 'drizzle-orm';
import { index, pgPolicy, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { applicationRole, basic, instant } from './schema.ts';

const mine = `institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`;

/** What a data manager found, once it was looked into. */
const review = () => ({
  reviewedBy: text('reviewed_by'),
  reviewedAt: instant('reviewed_at'),
  verdict: text('verdict', { enum: ['JUSTIFIED', 'UNJUSTIFIED'] }),
  remark: text('remark'),
});

/**
 * Break-glass: an account reads one patient outside its institution's care for some hours, for a reason that is reviewed
 * afterwards. The policies of clinical tables read it. Written by `patients.break_glass` and `basic.review_break_glass` alone.
 */
export const breakGlass = basic.table(
  'break_glass',
  {
    id: uuid('id').primaryKey(),
    accountId: text('account_id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    patientId: uuid('patient_id').notNull(),
    reason: text('reason').notNull(),
    grantedAt: instant('granted_at').notNull().default(sql`clock_timestamp()`),
    expiresAt: instant('expires_at').notNull(),
    ...review(),
  },
  (t) => [
    index('break_glass_by_patient').on(t.patientId, t.accountId, t.expiresAt),
    index('break_glass_by_institution').on(t.institutionId, t.grantedAt, t.id),
    pgPolicy('read_own', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(
        `(select current_setting('nodp.identified', true)) = 'on' and ${mine} and account_id = (select current_setting('nodp.account', true))`,
      ),
    }),
  ],
);

/**
 * Patients (staff, public persons) of an institution of whom every access is reviewed. Once the mark is lifted, nobody but the functions
 * of review sees the row: the accesses until then are still to be reviewed.
 */
export const restrictedPatient = basic.table(
  'restricted_patient',
  {
    institutionId: uuid('institution_id').notNull(),
    patientId: uuid('patient_id').notNull(),
    kind: text('kind', { enum: ['STAFF', 'PUBLIC_PERSON', 'OTHER'] }).notNull(),
    markedBy: text('marked_by').notNull(),
    markedAt: instant('marked_at').notNull().default(sql`clock_timestamp()`),
    liftedBy: text('lifted_by'),
    liftedAt: instant('lifted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.patientId] }),
    pgPolicy('read_own', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(
        `((select current_setting('nodp.identified', true)) = 'on' or (select current_setting('nodp.audit', true)) = 'on') and ${mine} and lifted_at is null`,
      ),
    }),
  ],
);

/** What was found of an account's looks at a restricted patient on a day. Written by `basic.review_restricted_patient_access` alone. */
export const restrictedAccessReview = basic
  .table(
    'restricted_access_review',
    {
      institutionId: uuid('institution_id').notNull(),
      patientId: uuid('patient_id').notNull(),
      accountId: text('account_id').notNull(),
      /** YYYY-MM-DD of the national calendar. */
      day: text('day').notNull(),
      ...review(),
    },
    (t) => [primaryKey({ columns: [t.institutionId, t.patientId, t.accountId, t.day] })],
  )
  .enableRLS();
