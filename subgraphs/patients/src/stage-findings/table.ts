import { applicationRole } from '@nodp/database/tables';
import type { FindingCode } from '@nodp/oncology';
import type { Label } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import {
  index,
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

/**
 * What contradicts a stage as an institution sent it, by the check in `@nodp/oncology`. Written when records come
 * (`patients.put_stage_findings`) and by the job of a new version: no list looks for contradictions itself.
 */
export const stageFinding = patients.table(
  'stage_finding',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    /** Who sent the stage, and with which record and submission: where it is corrected. */
    institutionId: uuid('institution_id').notNull(),
    sourceType: text('source_type').notNull(),
    sourceId: text('source_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    /** Hash of the report, the rule and its sentence: a finding that stays keeps its id and time. */
    findingKey: text('finding_key').notNull(),
    code: text('code').$type<FindingCode>().notNull(),
    siteGroup: text('site_group'),
    classification: text('classification'),
    /** The group as sent; null where none was. */
    sentGroup: text('sent_group'),
    /** The groups that the categories give, as they advance; empty where no table gives one. */
    possible: text('possible').array().notNull(),
    sentence: jsonb('sentence').$type<Label>().notNull(),
    sources: jsonb('sources').$type<readonly Label[]>().notNull(),
    ruleVersion: smallint('rule_version').notNull(),
    foundAt: instant('found_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    unique('stage_finding_once').on(t.patientId, t.findingKey),
    index('stage_finding_by_time').on(t.foundAt, t.id),
    index('stage_finding_by_institution').on(t.institutionId, t.foundAt, t.id),
    // A rule or a site may be rare: found without reading what other rules found.
    index('stage_finding_by_rule').on(t.code, t.foundAt, t.id),
    index('stage_finding_by_site').on(t.siteGroup, t.foundAt, t.id),
    pgPolicy('own', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(
        `(select current_setting('nodp.review', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on'`,
      ),
    }),
  ],
);

/** How far all patients' stages were checked by a version of the rules. Read and written by the owner alone. */
export const stageCheckRun = patients
  .table('stage_check_run', {
    ruleVersion: smallint('rule_version').primaryKey(),
    /** Patients up to here are done; null at the beginning. */
    after: uuid('after'),
    finishedAt: instant('finished_at'),
  })
  .enableRLS();
