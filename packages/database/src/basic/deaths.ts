import { sql } from 'drizzle-orm';
import { uuid } from 'drizzle-orm/pg-core';
import { basic, instant } from './schema.ts';

/**
 * Patients who died, kept by the records of patients in the transaction that says so: whatever waits on a patient is ended there,
 * and nothing is begun. Read and written by functions of the owner alone.
 */
export const death = basic
  .table('death', {
    patientId: uuid('patient_id').primaryKey(),
    notedAt: instant('noted_at').notNull().default(sql`now()`),
  })
  .enableRLS();
