import { enteredPolicies } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import { date, index, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { followup } from '../schema.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

export const CONTACT_OUTCOMES = [
  'REACHED_NO_DISEASE',
  'REACHED_WITH_DISEASE',
  'DIED',
  'REFUSED',
  'WRONG_NUMBER',
  'NOT_REACHED',
] as const;
export type ContactOutcomeKind = (typeof CONTACT_OUTCOMES)[number];

/**
 * What came of a follow-up contact, as it was entered here, by whom; the records that it made stand beside every other under keys
 * that begin with its id. Written by `followup.note_outcome` and taken back by `followup.take_outcome_back` alone.
 */
export const contactOutcome = followup.table(
  'contact_outcome',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    /** The sender's key of the contact that was due; null where none was. */
    contact: text('contact'),
    outcome: text('outcome', { enum: CONTACT_OUTCOMES }).notNull(),
    on: day('on').notNull(),
    note: text('note'),
    /** The contact that comes next, where one was planned with it. */
    nextOn: day('next_on'),
    submissionId: uuid('submission_id').notNull(),
    enteredBy: text('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull().default(sql`clock_timestamp()`),
    takenBackBy: text('taken_back_by'),
    takenBackAt: instant('taken_back_at'),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    index('contact_outcome_of_contact').on(t.patientId, t.contact),
    ...enteredPolicies('contact_outcome'),
  ],
);
