import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });
const now = sql`clock_timestamp()`;

/** A clinician's session of the row's institution: the board is the clinicians', as their worklist is. */
const ownBoard = `(select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`;
/** Of a patient in the institution's care: an emergency opens no board. */
const ownPatient = (table: string) =>
  `${ownBoard} and exists (select 1 from basic.care_relationship c where c.patient_id = "${table}".patient_id and c.institution_id = "${table}".institution_id)`;
const by = (column: string) => ` and ${column} = (select current_setting('nodp.account', true))`;

/** What an institution's board holds of a patient; by the name of the first policy it moves with the patient (`basic.move_entered`). */
const boardPolicies = (table: string, enteredBy: string) => [
  pgPolicy('read_entered', {
    for: 'select',
    to: applicationRole,
    using: sql.raw(ownPatient(table)),
  }),
  pgPolicy('enter_own', {
    for: 'insert',
    to: applicationRole,
    withCheck: sql.raw(ownPatient(table) + by(enteredBy)),
  }),
];

/** A meeting of an institution's tumour board. */
export const boardMeeting = patients.table(
  'board_meeting',
  {
    institutionId: uuid('institution_id').notNull(),
    id: uuid('id').notNull(),
    heldOn: day('held_on').notNull(),
    /** Which board: lung, breast … */
    name: text('name').notNull(),
    place: text('place'),
    cancelled: boolean('cancelled').notNull().default(false),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('board_meeting_once').on(t.institutionId, t.heldOn, t.name),
    pgPolicy('read_own', { for: 'select', to: applicationRole, using: sql.raw(ownBoard) }),
    pgPolicy('insert_own', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(ownBoard + by('changed_by')),
    }),
    pgPolicy('update_own', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(ownBoard),
      withCheck: sql.raw(ownBoard + by('changed_by')),
    }),
  ],
);

/** A patient on the list of a meeting, with the question. That it was decided is what its decisions say. */
export const boardCase = patients.table(
  'board_case',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    meetingId: uuid('meeting_id').notNull(),
    /** The tumour that is discussed; null for the patient as a whole. */
    tumourId: uuid('tumour_id'),
    question: text('question').notNull(),
    presenter: text('presenter').notNull(),
    /** In the order of the meeting. */
    turn: integer('turn').notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: instant('added_at').notNull().default(now),
    changedBy: text('changed_by'),
    changedAt: instant('changed_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    index('board_case_of_meeting').on(t.institutionId, t.meetingId, t.turn),
    ...boardPolicies('board_case', 'added_by'),
    pgPolicy('change_own', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(ownPatient('board_case')),
      withCheck: sql.raw(ownPatient('board_case')),
    }),
  ],
);

/** What the board decided of a case: a correction is the next version, and nothing is ever changed. */
export const boardDecision = patients.table(
  'board_decision',
  {
    patientId: uuid('patient_id').notNull(),
    caseId: uuid('case_id').notNull(),
    version: smallint('version').notNull(),
    institutionId: uuid('institution_id').notNull(),
    options: jsonb('options').$type<readonly string[]>().notNull(),
    decision: text('decision').notNull(),
    reason: text('reason').notNull(),
    attended: jsonb('attended').$type<readonly string[]>().notNull(),
    decidedOn: day('decided_on').notNull(),
    /** By when it is to be carried out; null where nothing is to be done. */
    dueOn: day('due_on'),
    /** Why the version before was corrected; null of the first. */
    correction: text('correction'),
    enteredBy: text('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull().default(now),
  },
  (t) => [
    // One version is nobody else's: who decides on what somebody else decided meanwhile is told.
    primaryKey({ columns: [t.patientId, t.caseId, t.version] }),
    ...boardPolicies('board_decision', 'entered_by'),
  ],
);

const BOARD_OUTCOMES = ['CARRIED_OUT', 'NOT_CARRIED_OUT', 'CARRIED_OUT_DIFFERENTLY'] as const;

/** What became of a version of a decision: the latest holds, none is ever changed. */
export const boardOutcome = patients.table(
  'board_outcome',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    caseId: uuid('case_id').notNull(),
    version: smallint('version').notNull(),
    institutionId: uuid('institution_id').notNull(),
    outcome: text('outcome', { enum: BOARD_OUTCOMES }).notNull(),
    note: text('note'),
    enteredBy: text('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    index('board_outcome_of_case').on(t.patientId, t.caseId, t.version, t.enteredAt),
    ...boardPolicies('board_outcome', 'entered_by'),
  ],
);
