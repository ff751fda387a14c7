import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import { pgPolicy, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';

/** Of a patient in the care of the session's institution, for who reads patients at its worklists: what is jotted down here is not the network's. */
const own = `(select current_setting('nodp.tasks', true)) <> '' and (select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "patient_note".patient_id and c.institution_id = "patient_note".institution_id)`;

/** A version of what somebody noted of a patient: versions are added and never changed, one without words takes the note back. */
export const patientNote = patients.table(
  'patient_note',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    version: smallint('version').notNull(),
    institutionId: uuid('institution_id').notNull(),
    words: text('words'),
    writtenBy: text('written_by').notNull(),
    writtenAt: timestamp('written_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id, t.version] }),
    pgPolicy('read_entered', { for: 'select', to: applicationRole, using: sql.raw(own) }),
    pgPolicy('enter_own', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(`${own} and written_by = (select current_setting('nodp.account', true))`),
    }),
  ],
);
