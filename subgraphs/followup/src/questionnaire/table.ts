import { applicationRole, bytea, enteredPolicies, inCare } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  index,
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

/** SHA-256 of the token that a session brings. */
const broughtHash = `(select decode(nullif(current_setting('nodp.link', true), ''), 'hex'))`;

/**
 * A questionnaire that a patient is asked to answer by a link. Written by functions alone; a link's session reads its own one
 * while that is open.
 */
export const questionnaire = followup.table(
  'questionnaire',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    /** SHA-256 of the link's token: who reads the table cannot open the link. */
    tokenHash: bytea('token_hash').notNull(),
    /** Numbers of PRO-CTCAE terms, in the order in which they are asked. */
    terms: smallint('terms').array().notNull(),
    state: text('state', { enum: ['OPEN', 'COMPLETED', 'REVOKED', 'CLOSED'] })
      .notNull()
      .default('OPEN'),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull().default(sql`clock_timestamp()`),
    expiresAt: instant('expires_at').notNull(),
    lastSavedAt: instant('last_saved_at'),
    endedAt: instant('ended_at'),
    /** How often it was saved: bounded. */
    saves: smallint('saves').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    uniqueIndex('questionnaire_by_token').on(t.tokenHash),
    index('questionnaire_of_patient').on(t.patientId, t.madeAt),
    ...enteredPolicies('questionnaire'),
    pgPolicy('read_by_link', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(`token_hash = ${broughtHash} and state = 'OPEN' and expires_at > now()`),
    }),
  ],
);

/** What the patient answered of a term. Written by `followup.answer_term` alone. */
export const symptomAnswer = followup.table(
  'symptom_answer',
  {
    patientId: uuid('patient_id').notNull(),
    questionnaireId: uuid('questionnaire_id').notNull(),
    term: smallint('term').notNull(),
    /** In the order of the term's questions, as far as they are answered. */
    answers: smallint('answers').array().notNull(),
    /** The composite grade, with the version of its rule; null where the answers give none. */
    grade: smallint('grade'),
    ruleVersion: smallint('rule_version').notNull(),
    answeredAt: instant('answered_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.questionnaireId, t.term] }),
    pgPolicy('read_in_care', {
      for: 'select',
      to: applicationRole,
      using: inCare('symptom_answer'),
    }),
    pgPolicy('read_by_link', {
      for: 'select',
      to: applicationRole,
      // The questionnaire's own policies decide which one that is.
      using: sql.raw(
        `exists (select 1 from followup.questionnaire q where q.patient_id = "symptom_answer".patient_id and q.id = questionnaire_id and q.token_hash = ${broughtHash})`,
      ),
    }),
  ],
);

/** A symptom that somebody is told of; a term of a patient has one that is open at most, until somebody acts on it. */
export const symptomAlert = followup.table(
  'symptom_alert',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    questionnaireId: uuid('questionnaire_id').notNull(),
    term: smallint('term').notNull(),
    because: text('because', { enum: ['COMPOSITE_3', 'RISE'] }).notNull(),
    grade: smallint('grade').notNull(),
    /** The lowest grade of the week before. */
    fromGrade: smallint('from_grade'),
    ruleVersion: smallint('rule_version').notNull(),
    state: text('state', { enum: ['OPEN', 'ACTED', 'DISMISSED', 'WITHDRAWN'] })
      .notNull()
      .default('OPEN'),
    raisedAt: instant('raised_at').notNull().default(sql`clock_timestamp()`),
    /** The account; null where the patient's own correction, or the death, did it. */
    actedBy: text('acted_by'),
    actedAt: instant('acted_at'),
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    uniqueIndex('symptom_alert_open').on(t.patientId, t.term).where(sql`state = 'OPEN'`),
    pgPolicy('read_in_care', {
      for: 'select',
      to: applicationRole,
      using: inCare('symptom_alert'),
    }),
  ],
);
