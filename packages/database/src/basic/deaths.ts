import { sql } from 'drizzle-orm';
import { pgPolicy, uuid } from 'drizzle-orm/pg-core';
import { inCare } from '../columns.ts';
import { applicationRole, basic, instant } from './schema.ts';

/**
 * Patients who died, kept by the records of patients in the transaction that says so: whatever waits on a patient is ended there,
 * and nothing is begun. Written by functions of the owner alone; lists of what is due read it of patients in care.
 */
export const death = basic.table(
  'death',
  {
    patientId: uuid('patient_id').primaryKey(),
    notedAt: instant('noted_at').notNull().default(sql`now()`),
  },
  () => [pgPolicy('read_in_care', { for: 'select', to: applicationRole, using: inCare('death') })],
);
