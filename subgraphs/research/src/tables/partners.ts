import type { StudyContent } from '@nodp/cohorts';
import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  foreignKey,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Answer } from '../partners/answer.ts';
import type { PartnerStudyState } from '../partners/states.ts';
import { COMMITTEE, type NamedColumn, OWN, research } from './schema.ts';
import { ofShownStudy, studyVersion } from './study-documents.ts';

/** A platform elsewhere with which studies are exchanged, known by its public key. One that ended is retained for what it signed. */
export const partner = research.table(
  'partner',
  {
    /** Thumbprint of the key (RFC 7638). */
    id: text('id').primaryKey(),
    name: jsonb('name').$type<NamedColumn>().notNull(),
    key: jsonb('key').$type<Readonly<Record<string, string>>>().notNull(),
    addedByName: jsonb('added_by_name').$type<NamedColumn>().notNull(),
    addedAt: timestamp('added_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    endedAt: timestamp('ended_at', { withTimezone: true, mode: 'string' }),
  },
  () => [
    pgPolicy('read', { for: 'select', to: applicationRole, using: sql`true` }),
    pgPolicy('add', { for: 'insert', to: applicationRole, withCheck: sql.raw(COMMITTEE) }),
    pgPolicy('change', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(COMMITTEE),
      withCheck: sql.raw(COMMITTEE),
    }),
  ],
);

/** A study that a partner signed, and what became of it. It is the committee's alone to see. */
export const partnerStudy = research.table(
  'partner_study',
  {
    id: uuid('id').primaryKey(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partner.id),
    /** SHA-256 of what was received, which its answer names. */
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    purpose: text('purpose').notNull(),
    content: jsonb('content').$type<StudyContent>().notNull(),
    /** As received: the evidence of who asked what. */
    signed: text('signed').notNull(),
    receivedByName: jsonb('received_by_name').$type<NamedColumn>().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .defaultNow(),
    state: text('state').$type<PartnerStudyState>().notNull(),
    decidedById: text('decided_by_id'),
    decidedByName: jsonb('decided_by_name').$type<NamedColumn>(),
    decidedAt: timestamp('decided_at', { withTimezone: true, mode: 'string' }),
    reason: text('reason'),
    releaseNumber: integer('release_number'),
    answer: jsonb('answer').$type<Answer>(),
    reviewedById: text('reviewed_by_id'),
    reviewedByName: jsonb('reviewed_by_name').$type<NamedColumn>(),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true, mode: 'string' }),
    reviewReason: text('review_reason'),
    signedAnswer: text('signed_answer'),
  },
  (t) => [
    unique('partner_study_once').on(t.partnerId, t.hash),
    pgPolicy('read', { for: 'select', to: applicationRole, using: sql.raw(COMMITTEE) }),
    pgPolicy('receive', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(`${COMMITTEE} and state = 'RECEIVED'`),
    }),
    pgPolicy('decide', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(COMMITTEE),
      // Whoever let a study run does not release its answer too.
      withCheck: sql.raw(
        `${COMMITTEE} and (reviewed_by_id is null or (reviewed_by_id = ${OWN} and reviewed_by_id <> decided_by_id))`,
      ),
    }),
  ],
);

/** What a partner answered to a version of a study, read with the study. A later answer of the same partner takes the former's place. */
export const partnerAnswer = research.table(
  'partner_answer',
  {
    studyId: uuid('study_id').notNull(),
    number: integer('number').notNull(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partner.id),
    answer: jsonb('answer').$type<Answer>().notNull(),
    signed: text('signed').notNull(),
    receivedByName: jsonb('received_by_name').$type<NamedColumn>().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.studyId, t.number, t.partnerId] }),
    foreignKey({
      columns: [t.studyId, t.number],
      foreignColumns: [studyVersion.studyId, studyVersion.number],
    }),
    pgPolicy('read', { for: 'select', to: applicationRole, using: sql.raw(ofShownStudy) }),
    pgPolicy('add', { for: 'insert', to: applicationRole, withCheck: sql.raw(ofShownStudy) }),
    pgPolicy('change', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(ofShownStudy),
      withCheck: sql.raw(ofShownStudy),
    }),
  ],
);

/** What a study was signed as for partners: an answer names its hash. */
export const signedStudy = research.table(
  'signed_study',
  {
    hash: text('hash').primaryKey(),
    studyId: uuid('study_id').notNull(),
    number: integer('number').notNull(),
    signedById: text('signed_by_id').notNull(),
    signedByName: jsonb('signed_by_name').$type<NamedColumn>().notNull(),
    signedAt: timestamp('signed_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      columns: [t.studyId, t.number],
      foreignColumns: [studyVersion.studyId, studyVersion.number],
    }),
    pgPolicy('read', { for: 'select', to: applicationRole, using: sql.raw(ofShownStudy) }),
    pgPolicy('add', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(`signed_by_id = ${OWN} and ${ofShownStudy}`),
    }),
  ],
);
