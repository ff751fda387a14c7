import { applicationRole, bytea } from '@nodp/database/tables';
import type { Label } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  jsonb,
  pgPolicy,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { followup } from '../schema.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const now = sql`clock_timestamp()`;

/** A coordinator's session of the row's institution: who writes to patients is who calls them. */
const ownOffice = `(select current_setting('nodp.tasks', true)) = 'FOLLOWUP_COORDINATOR' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`;

const OCCASION = ['PLAN', 'APPOINTMENT', 'QUESTIONNAIRE', 'SCREENING_RECALL'] as const;
const CHANNEL = ['LETTER', 'SMS'] as const;

/** A version of a template of an institution's: versions are added and never changed. */
export const messageTemplate = followup.table(
  'message_template',
  {
    institutionId: uuid('institution_id').notNull(),
    id: uuid('id').notNull(),
    version: smallint('version').notNull(),
    name: text('name').notNull(),
    occasion: text('occasion', { enum: OCCASION }).notNull(),
    channel: text('channel', { enum: CHANNEL }).notNull(),
    /** Headings of letters; empty for text messages. */
    title: jsonb('title').$type<Label>().notNull(),
    words: jsonb('words').$type<Label>().notNull(),
    /** Whether no further message is made of it. */
    retired: boolean('retired').notNull().default(false),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id, t.version] }),
    pgPolicy('read_own', { for: 'select', to: applicationRole, using: sql.raw(ownOffice) }),
    pgPolicy('insert_own', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(
        `${ownOffice} and changed_by = (select current_setting('nodp.account', true))`,
      ),
    }),
  ],
);

/**
 * A letter or text message to a patient. It holds no words and no name: they are made of the template and of the records when it is
 * shown or sent. Written by functions and by the job that delivers alone.
 */
export const message = followup.table(
  'message',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    occasion: text('occasion', { enum: OCCASION }).notNull(),
    /** The plan, contact or questionnaire by its id, or the programme of screening. */
    subject: text('subject').notNull(),
    channel: text('channel', { enum: CHANNEL }).notNull(),
    language: text('language', { enum: ['en', 'zh'] }).notNull(),
    templateId: uuid('template_id').notNull(),
    templateVersion: smallint('template_version').notNull(),
    /** The token of a questionnaire's link under the identity cipher, until the message is sent or ends. */
    sealedToken: bytea('sealed_token'),
    sendOn: date('send_on', { mode: 'string' }).notNull(),
    state: text('state', { enum: ['WAITING', 'SENT', 'DELIVERED', 'FAILED', 'CANCELLED'] })
      .notNull()
      .default('WAITING'),
    /** Why it was cancelled or failed. */
    reason: text('reason', {
      enum: [
        'WITHDRAWN',
        'DEATH',
        'REFUSED',
        'CARE_ENDED',
        'MOOT',
        'NO_NUMBER',
        'NO_ADDRESS',
        'GATEWAY',
      ],
    }),
    /** What the gateway said, or why it was not reached. */
    problem: text('problem'),
    attempts: smallint('attempts').notNull().default(0),
    /** When it is sent, or tried again; null once it is done with. */
    nextAt: instant('next_at'),
    plannedBy: text('planned_by').notNull(),
    plannedAt: instant('planned_at').notNull().default(now),
    sentAt: instant('sent_at'),
    /** The account that sent it by hand; null where the gateway did. */
    sentBy: text('sent_by'),
    deliveredAt: instant('delivered_at'),
    /** When it was cancelled or given up. */
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    uniqueIndex('message_by_id').on(t.id),
    index('message_due').on(t.nextAt).where(sql`state = 'WAITING'`),
    index('message_list').on(t.institutionId, t.plannedAt, t.id),
    index('message_list_of_state').on(t.institutionId, t.state, t.plannedAt, t.id),
    // By the policy's name it moves with a patient who is joined to another.
    pgPolicy('read_entered', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(
        `${ownOffice} and exists (select 1 from basic.care_relationship c where c.patient_id = "message".patient_id and c.institution_id = "message".institution_id)`,
      ),
    }),
  ],
);
