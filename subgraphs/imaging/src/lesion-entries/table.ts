import { applicationRole, inCare, ownInstitution } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import { index, pgPolicy, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { lesionColumns } from '../kinds/lesion/columns.ts';
import { imaging } from '../schema.ts';

/** In the care of the session's institution itself: access in an emergency reads, and enters nothing. */
const treated = sql.raw(
  `exists (select 1 from basic.care_relationship c where c.patient_id = "lesion_entry".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid))`,
);

/**
 * What clinicians entered of lesions on the patient page: who, when and what. Versions are added and never changed; the latest of
 * a lesion and day holds, one that withdraws it leaves none.
 */
export const lesionEntry = imaging.table(
  'lesion_entry',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    /** The lesion on its day: the same for all its versions. */
    lesionId: uuid('lesion_id').notNull(),
    /** Where the account works. */
    institutionId: uuid('institution_id').notNull(),
    change: text('change', { enum: ['ENTERED', 'CHANGED', 'WITHDRAWN'] }).notNull(),
    ...lesionColumns(),
    /** The tumour that was named; null where the patient has one, or none was named. */
    tumourId: uuid('tumour_id'),
    enteredBy: text('entered_by').notNull(),
    enteredAt: timestamp('entered_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    index('lesion_entry_of_lesion').on(t.patientId, t.lesionId, t.enteredAt),
    pgPolicy('read_in_care', { for: 'select', to: applicationRole, using: inCare('lesion_entry') }),
    pgPolicy('enter_in_care', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql`(select current_setting('nodp.identified', true)) = 'on' and ${treated} and entered_by = (select current_setting('nodp.account', true)) and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
    }),
    // Of an institution's system, whose submission says that two of its patients are one: rows move with the patient.
    pgPolicy('insert_own', { for: 'insert', to: applicationRole, withCheck: ownInstitution }),
    pgPolicy('delete_own', { for: 'delete', to: applicationRole, using: ownInstitution }),
  ],
);
