import { applicationRole, inCare } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import { index, pgPolicy, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';

/**
 * What clinicians entered of a tumour for its scores: who, when and what. Entries are added and never changed; the latest of
 * an input holds, one without a value takes it back.
 */
export const prognosisEntry = patients.table(
  'prognosis_entry',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    tumourId: uuid('tumour_id').notNull(),
    /** Where the account works. */
    institutionId: uuid('institution_id').notNull(),
    input: text('input').notNull(),
    /** As it was typed; null where the entry takes the former back. */
    value: text('value'),
    enteredBy: text('entered_by').notNull(),
    enteredAt: timestamp('entered_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    index('prognosis_entry_of_tumour').on(t.patientId, t.tumourId, t.enteredAt),
    pgPolicy('read_in_care', {
      for: 'select',
      to: applicationRole,
      using: inCare('prognosis_entry'),
    }),
    pgPolicy('enter_in_care', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql`${inCare('prognosis_entry')} and entered_by = (select current_setting('nodp.account', true)) and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
    }),
  ],
);
