import { applicationRole, bytea } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  integer,
  pgPolicy,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';

/** Of a patient in the care of the session's institution, for who reads patients at its worklists: what is jotted down here is not the network's. */
const own = (table: string) =>
  `(select current_setting('nodp.tasks', true)) <> '' and (select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "${table}".patient_id and c.institution_id = "${table}".institution_id)`;
const byMe = (column: string) => ` and ${column} = (select current_setting('nodp.account', true))`;

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
    pgPolicy('read_entered', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(own('patient_note')),
    }),
    pgPolicy('enter_own', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(own('patient_note') + byMe('written_by')),
    }),
  ],
);

/**
 * A file beside a note, sealed, with the hash of what it holds. Content is never changed; who added it takes it back, and it is read by
 * nobody then.
 */
export const noteFile = patients.table(
  'note_file',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    noteId: uuid('note_id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    name: text('name').notNull(),
    /** As its first bytes say. */
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    /** Hex, of the content. */
    sha256: text('sha256').notNull(),
    content: bytea('content').notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: timestamp('added_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .default(sql`clock_timestamp()`),
    takenBackAt: timestamp('taken_back_at', { withTimezone: true, mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    pgPolicy('read_entered', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(own('note_file')),
    }),
    pgPolicy('enter_own', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(own('note_file') + byMe('added_by')),
    }),
    pgPolicy('take_own_back', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(own('note_file') + byMe('added_by')),
      withCheck: sql.raw(own('note_file') + byMe('added_by')),
    }),
  ],
);
