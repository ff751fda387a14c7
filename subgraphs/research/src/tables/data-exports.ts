import type { CohortDefinition } from '@nodp/cohorts';
import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  DataExportManifest,
  ExportElement,
  Proposal,
  Recipient,
} from '../data-exports/data-export.ts';
import type { FormatId } from '../data-exports/formats/registry.ts';
import type { DataExportState, DataExportStepKind } from '../data-exports/rule.ts';
import { project } from './projects.ts';
import { COMMITTEE, type NamedColumn, OWN, ofShownProject, research } from './schema.ts';

const OF_SHOWN_EXPORT = `exists (select 1 from research.data_export e where e.id = export_id)`;
const ofShownExport = sql.raw(OF_SHOWN_EXPORT);

/** An export of a project: rows that leave to one recipient. What the platform does with it is written by its job, as the owner. */
export const dataExport = research.table(
  'data_export',
  {
    id: uuid('id').primaryKey(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    releaseNumber: integer('release_number').notNull(),
    /** Of a saved cohort's version; null where the whole release was granted. */
    cohortHash: text('cohort_hash'),
    definition: jsonb('definition').$type<CohortDefinition>(),
    sites: text('sites').array().notNull(),
    format: text('format').$type<FormatId>().notNull(),
    elements: jsonb('elements').$type<readonly ExportElement[]>().notNull(),
    recipient: jsonb('recipient').$type<Recipient>().notNull(),
    state: text('state').$type<DataExportState>().notNull().default('REQUESTED'),
    share: real('share').notNull().default(0),
    problem: jsonb('problem').$type<NamedColumn>(),
    proposal: jsonb('proposal').$type<Proposal>(),
    manifest: jsonb('manifest').$type<DataExportManifest>(),
    requestedById: text('requested_by_id').notNull(),
    requestedByName: jsonb('requested_by_name').$type<NamedColumn>().notNull(),
    requestedAt: timestamp('requested_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .defaultNow(),
    sha256: text('sha256'),
    bytes: bigint('bytes', { mode: 'number' }),
    expiresOn: date('expires_on', { mode: 'string' }),
    deletedAt: timestamp('deleted_at', { withTimezone: true, mode: 'string' }),
  },
  (t) => [
    index('data_export_of_project').on(t.projectId),
    index('data_export_newest').on(t.requestedAt, t.id),
    pgPolicy('read', { for: 'select', to: applicationRole, using: sql.raw(ofShownProject) }),
    pgPolicy('request', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(`requested_by_id = ${OWN} and state = 'REQUESTED' and ${ofShownProject}`),
    }),
    pgPolicy('step', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(`requested_by_id = ${OWN} or ${COMMITTEE}`),
      // Nobody releases what the same account requested, whatever a resolver says.
      withCheck: sql.raw(
        `(requested_by_id = ${OWN} and state in ('CONSENTED', 'WITHDRAWN'))
        or (${COMMITTEE} and requested_by_id <> ${OWN} and state in ('RELEASED', 'DECLINED', 'REVOKED'))`,
      ),
    }),
  ],
);

/** What somebody did to an export. There is no policy to change or delete a step. */
export const dataExportStep = research.table(
  'data_export_step',
  {
    exportId: uuid('export_id')
      .notNull()
      .references(() => dataExport.id),
    number: integer('number').notNull(),
    kind: text('kind').$type<DataExportStepKind>().notNull(),
    byId: text('by_id').notNull(),
    byName: jsonb('by_name').$type<NamedColumn>().notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    words: text('words').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.exportId, t.number] }),
    pgPolicy('read', { for: 'select', to: applicationRole, using: ofShownExport }),
    pgPolicy('take', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(`by_id = ${OWN} and ${OF_SHOWN_EXPORT}`),
    }),
  ],
);
