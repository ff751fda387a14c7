import { applicationRole, inCare } from '@nodp/database/tables';
import {
  boolean,
  date,
  index,
  pgPolicy,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { followup } from '../schema.ts';

/** For whom nothing is due: sorted after all who are owed a test. */
export const NEVER = '9999-12-31';

/**
 * Where a person stands in a programme, by the rule `screening-course`, one row for each institution that recorded a round of it.
 * Written with the tasks of a patient, by `followup.store_screening` alone.
 */
export const screeningStanding = followup.table(
  'screening_standing',
  {
    patientId: uuid('patient_id').notNull(),
    programme: text('programme').notNull(),
    institutionId: uuid('institution_id').notNull(),
    step: text('step').notNull(),
    /** Days as far as they are known. */
    invitedOn: text('invited_on'),
    testedOn: text('tested_on'),
    test: text('test'),
    result: text('result'),
    dueOn: date('due_on', { mode: 'string' }),
    /** `dueOn`, or the end of time. */
    sortOn: date('sort_on', { mode: 'string' }).notNull(),
    cannot: text('cannot'),
    diagnosedOn: text('diagnosed_on'),
    broadStage: text('broad_stage'),
    isIntervalCancer: boolean('is_interval_cancer'),
    intervalCannot: text('interval_cannot'),
    ruleVersion: smallint('rule_version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.programme, t.institutionId] }),
    index('screening_standing_list').on(t.institutionId, t.programme, t.sortOn, t.patientId),
    pgPolicy('read_in_care', {
      for: 'select',
      to: applicationRole,
      using: inCare('screening_standing'),
    }),
  ],
);
