import { applicationRole } from '@nodp/database/tables';
import type { MissingFact } from '@nodp/oncology';
import type { Label } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import {
  date,
  index,
  jsonb,
  pgPolicy,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

/**
 * What quality indicators say of a case at each institution that reported or treated it, decided by `@nodp/oncology` when records
 * come (`patients.put_indicators`) and by the job of the day: no page judges a case itself.
 */
export const indicatorResult = patients.table(
  'indicator_result',
  {
    patientId: uuid('patient_id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    /** The report of `tumour` that says what the case is. */
    tumourId: uuid('tumour_id').notNull(),
    code: text('code').notNull(),
    result: text('result', { enum: ['MET', 'NOT_MET', 'CANNOT_BE_JUDGED'] }).notNull(),
    /** Why a case cannot be judged. */
    missing: text('missing').$type<MissingFact>(),
    /** The year 1 where it is not known, so that those come last. */
    diagnosedOn: day('diagnosed_on').notNull(),
    /** What is missing, in a sentence; null of a case that is met. */
    why: jsonb('why').$type<Label>(),
    ruleVersion: smallint('rule_version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.institutionId, t.tumourId, t.code] }),
    // Counted and listed from the index alone: an institution's own cases, never the nation's.
    index('indicator_result_listed').on(
      t.institutionId,
      t.code,
      t.result,
      t.diagnosedOn.desc().nullsFirst(),
      t.patientId.desc().nullsFirst(),
      t.tumourId.desc().nullsFirst(),
      t.missing,
    ),
    pgPolicy('read_own', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(
        `((select current_setting('nodp.identified', true)) = 'on' or (select current_setting('nodp.review', true)) = 'on') and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
      ),
    }),
  ],
);

/** By when time alone may change what is said of a patient: a window that was open closes. Read and written by the owner alone. */
export const indicatorRecheck = patients
  .table(
    'indicator_recheck',
    { patientId: uuid('patient_id').primaryKey(), recheckOn: day('recheck_on').notNull() },
    (t) => [index('indicator_recheck_by_day').on(t.recheckOn, t.patientId)],
  )
  .enableRLS();

/** How far all patients were judged by a version of the indicators. Read and written by the owner alone. */
export const indicatorRun = patients
  .table('indicator_run', {
    ruleVersion: smallint('rule_version').primaryKey(),
    /** Patients up to here are done; null at the beginning. */
    after: uuid('after'),
    finishedAt: timestamp('finished_at', { withTimezone: true, mode: 'string' }),
  })
  .enableRLS();
