import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgPolicy, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { applicationRole, basic, bytea, instant } from './schema.ts';

/** What an edit found, as the held record keeps it. */
export interface HeldReason {
  readonly edit: string;
  /** Which of the record's canonical records. */
  readonly record: number;
  readonly reason: { readonly en: string; readonly zh: string };
  readonly remedy: { readonly en: string; readonly zh: string };
  readonly fields: readonly string[];
  readonly suggestion?: string;
}

/** A value that a data manager put right. */
export interface HeldChange {
  readonly record: number;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

const mine = `institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`;
const writing = sql.raw(`(select current_setting('nodp.writes', true)) = 'on' and ${mine}`);

/**
 * A record that an edit holds back: no clinical table has it until somebody of its institution decides, or a good one is sent.
 * A row is one content of one record; it is decided once, and stays as what was decided.
 */
export const heldRecord = basic.table(
  'held_record',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    patientId: uuid('patient_id').notNull(),
    sourceType: text('source_type').notNull(),
    /** The sender's own key within the type. */
    sourceId: text('source_id').notNull(),
    kinds: text('kinds').array().notNull(),
    submissionId: uuid('submission_id').notNull(),
    /** Its place in the submission. */
    place: text('place').notNull(),
    /** Of the canonical records: what was decided of a content holds when it is sent again. */
    recordsHash: text('records_hash').notNull(),
    /** `{content, records, patient}`, sealed: as sent, as read, and the sender's key of the patient. */
    sealed: bytea('sealed').notNull(),
    reasons: jsonb('reasons').$type<readonly HeldReason[]>().notNull(),
    edits: text('edits').array().notNull(),
    editsVersion: integer('edits_version').notNull(),
    state: text('state', { enum: ['HELD', 'CORRECTED', 'OVERRULED', 'REPLACED', 'CLEARED'] })
      .notNull()
      .default('HELD'),
    heldAt: instant('held_at').notNull().default(sql`clock_timestamp()`),
    /** Account; null where a submission decided it. */
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    /** Why it was overruled. */
    reason: text('reason'),
    changes: jsonb('changes').$type<readonly HeldChange[]>(),
  },
  (t) => [
    uniqueIndex('held_once')
      .on(t.institutionId, t.sourceType, t.sourceId)
      .where(sql`state = 'HELD'`),
    index('held_by_record').on(t.institutionId, t.sourceType, t.sourceId),
    index('held_by_time').on(t.institutionId, t.heldAt, t.id).where(sql`state = 'HELD'`),
    index('held_by_patient').on(t.patientId).where(sql`state = 'HELD'`),
    pgPolicy('review', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(
        `((select current_setting('nodp.writes', true)) = 'on' or (select current_setting('nodp.review', true)) = 'on') and ${mine}`,
      ),
    }),
    pgPolicy('hold', { for: 'insert', to: applicationRole, withCheck: writing }),
    pgPolicy('decide', {
      for: 'update',
      to: applicationRole,
      using: writing,
      withCheck: writing,
    }),
  ],
);

/** How far each version of the edits was applied to the whole pool; written and read by the owner alone. */
export const editsRun = basic
  .table('edits_run', {
    version: integer('version').primaryKey(),
    /** Patients up to here are done; null at the beginning. */
    after: uuid('after'),
    held: integer('held').notNull().default(0),
    freed: integer('freed').notNull().default(0),
    /** Faulty records whose raw content is not stored: loaded without intake. */
    left: integer('left').notNull().default(0),
    finishedAt: instant('finished_at'),
  })
  .enableRLS();
