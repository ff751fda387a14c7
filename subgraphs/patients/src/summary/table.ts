import { applicationRole, inCare } from '@nodp/database/tables';
import type { StoredAtDiagnosis } from '@nodp/oncology';
import {
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/**
 * What is known of a tumour at its diagnosis, decided by the rules of `@nodp/oncology` when records of it come and
 * read by the list, the page and the release. Written by `patients.put_summaries` and by recomputations alone.
 */
export const tumourAtDiagnosis = patients.table(
  'tumour_at_diagnosis',
  {
    patientId: uuid('patient_id').notNull(),
    tumourId: uuid('tumour_id').notNull(),
    /** In canonical form, e.g. IIIA; null where no stage at diagnosis is known. */
    stageGroup: text('stage_group'),
    broadStage: text('broad_stage', {
      enum: ['STAGE_0', 'STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV', 'UNKNOWN'],
    }).notNull(),
    /** The staging system the group is of, as `stage.axis`. */
    axis: text('axis'),
    classification: text('classification', { enum: ['p', 'c'] }),
    /** The row of `stage` it was taken from. */
    stageId: uuid('stage_id'),
    t: text('t'),
    n: text('n'),
    m: text('m'),
    /** T, N and M in a line with prefixes; empty where none is recorded. */
    tnm: text('tnm').notNull(),
    /** Completed years at diagnosis. */
    age: smallint('age'),
    /** ICD-O-3 behaviour of the neoplasm, 0 to 3 (of a metastasis 6); null where no code says it. */
    behaviour: text('behaviour'),
    /** Of a primary, the row of `tumour` that says what the case is that this one is of (IARC/IACR 2004). */
    caseId: uuid('case_id'),
    /** What pathologists' findings add to the report: each null where the report says it, or none was sent. */
    foundGrade: text('found_grade'),
    foundMorphology: text('found_morphology'),
    foundSiteGroup: text('found_site_group'),
    foundHistology: text('found_histology'),
    /** Why this stage, what is missing, and which were set aside. */
    explanation: jsonb('explanation').notNull().$type<StoredAtDiagnosis['explanation']>(),
    /** `PATIENT_SUMMARY_VERSION` of the rules that decided. */
    ruleVersion: smallint('rule_version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.tumourId] }),
    pgPolicy('read_in_care', {
      for: 'select',
      to: applicationRole,
      using: inCare('tumour_at_diagnosis'),
    }),
  ],
);

/**
 * How far recomputations have come: one row for each version of the rules that the stored summaries were, or are
 * being, brought to. Read and written by the owner alone.
 */
export const recomputation = patients
  .table('recomputation', {
    ruleVersion: smallint('rule_version').primaryKey(),
    /** Patients up to here are done; null at the beginning. */
    after: uuid('after'),
    patients: integer('patients').notNull().default(0),
    startedAt: instant('started_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
  })
  .enableRLS();
