import { clinicalPolicies, precision } from '@nodp/database/tables';
import { boolean, date, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

/**
 * What each institution says of who its patient is. The patient's own row is composed of these
 * (`patients.compose_demographics`), so that one sender's word changes nothing of another's, and what was joined can be parted.
 */
export const demographics = patients.table(
  'demographics',
  {
    patientId: uuid('patient_id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    sex: text('sex', { enum: ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'] }).notNull(),
    bornOn: day('born_on'),
    bornPrecision: precision('born_precision'),
    /** Province of residence, GB/T 2260. */
    residenceCode: text('residence_code'),
    inUse: boolean('in_use').notNull().default(true),
    /** When the institution last met or heard of the patient. */
    lastContactOn: day('last_contact_on'),
    contentHash: text('content_hash').notNull(),
    submissionId: uuid('submission_id').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.institutionId] }),
    ...clinicalPolicies('demographics'),
  ],
);
