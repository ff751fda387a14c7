import type { CohortDefinition } from '@nodp/cohorts';
import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgSchema,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  DataExportManifest,
  ExportElement,
  Proposal,
  Recipient,
} from './data-exports/data-export.ts';
import type { FormatId } from './data-exports/formats/registry.ts';
import type { DataExportState, DataExportStepKind } from './data-exports/rule.ts';
import type { ExportReport } from './export/report.ts';
import type {
  Application,
  GrantedElement,
  Pending,
  ProjectState,
  ProjectStepKind,
  StepDetail,
} from './projects/project.ts';

/** De-identified releases, cohorts, literature. */
export const research = pgSchema('research');

/** Its full-text column `search` is generated; the migration `search` adds it. */
export const article = research.table(
  'article',
  {
    id: uuid('id').primaryKey(),
    /** `pmid:…`, else `doi:…`, else `hash:…` of title and year: an article is known once. */
    key: text('key').notNull(),
    pmid: text('pmid'),
    /** In lower case. */
    doi: text('doi'),
    title: text('title').notNull(),
    authors: text('authors').array().notNull(),
    journal: text('journal'),
    year: integer('year'),
    abstract: text('abstract'),
    keywords: text('keywords').array().notNull(),
    siteGroups: text('site_groups').array().notNull(),
    /** Parts of those groups, e.g. `colorectum.colon`. */
    subSites: text('sub_sites').array().notNull().default([]),
    /** The version of the rule that told the sites; null before rules had versions. */
    sitesRule: integer('sites_rule'),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .defaultNow(),
  },
  (t) => [
    unique('article_once').on(t.key),
    index('article_by_doi').on(t.doi),
    index('article_by_site').using('gin', t.siteGroups),
    index('article_by_sub_site').using('gin', t.subSites),
    index('article_newest').on(sql`coalesce(${t.year}, 0) desc`, t.id.desc().nullsFirst()),
  ],
);

/** Read by the application and written by builds alone, which work as the owner of the tables. */
const readOnly = () => [
  pgPolicy('read', { for: 'select', to: applicationRole, using: sql.raw('true') }),
];

/** What `release.findings` says: of how many cases, and the sum of their persons' disclosure keys, modulo 2³². */
interface FoundColumn {
  readonly finding: string;
  readonly cases: number;
  readonly key: number;
}

/**
 * A complete release: its row is written after its files. What lists and figures read stands here; the files and their
 * checksums stand in its manifest, the duration of its build in its job.
 */
export const release = research.table(
  'release',
  {
    number: integer('number').primaryKey(),
    builtAt: timestamp('built_at', { withTimezone: true, mode: 'string' }).notNull(),
    builtBy: text('built_by').notNull(),
    persons: bigint('persons', { mode: 'number' }).notNull(),
    cases: bigint('cases', { mode: 'number' }).notNull(),
    firstYear: integer('first_year'),
    lastYear: integer('last_year'),
    checksum: text('checksum').notNull(),
    vocabulary: text('vocabulary').notNull(),
    /** Sums of the disclosure keys, modulo 2³², of its persons and of its cases; null before keys were. */
    personsKey: bigint('persons_key', { mode: 'number' }),
    casesKey: bigint('cases_key', { mode: 'number' }),
    /** The last day to which follow-up is complete; null of what an older version built. */
    closing: date('closing', { mode: 'string' }),
    /** The rules that decided what a case is; null as above. */
    multiplePrimary: text('multiple_primary'),
    /** What was found wrong or is in no count; null as above. */
    findings: jsonb('findings').$type<FoundColumn[]>(),
    /** How the part that may leave was made; null as above. */
    exported: jsonb('exported').$type<ExportReport>(),
  },
  readOnly,
);

const OWN = `(select current_setting('nodp.account', true))`;
/** Of rows that are read through others: row-level security of those decides. */
const shownCohort = sql.raw(
  `exists (select 1 from research.saved_cohort c where c.id = cohort_id)`,
);

/** Who an account is, as it was called when it did something. */
interface NamedColumn {
  readonly en: string;
  readonly zh: string;
}

/** Of the network: its data managers are the data access committee. */
const COMMITTEE = `(select current_setting('nodp.national', true)) = 'on'`;

/**
 * Accounts that work on something together: they see the cohorts that are shared with it. With an application it is put before
 * the data access committee, which sees it once it was submitted.
 */
export const project = research.table(
  'project',
  {
    id: uuid('id').primaryKey(),
    title: text('title').notNull(),
    /** The account that made it, and that alone changes it. */
    ownerId: text('owner_id').notNull(),
    ownerName: jsonb('owner_name').$type<NamedColumn>().notNull(),
    /** Accounts beside the owner's. */
    members: text('members').array().notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    state: text('state').$type<ProjectState>().notNull().default('DRAFT'),
    /** What is applied for; null of accounts that only share cohorts. */
    application: jsonb('application').$type<Application>(),
    /** A renewal or an amendment that waits for a decision. */
    pending: jsonb('pending').$type<Pending>(),
    /** Counts what the committee was asked to decide: votes are of a round. */
    round: integer('round').notNull().default(0),
  },
  (t) => [
    index('project_of_owner').on(t.ownerId),
    pgPolicy('read', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(
        `owner_id = ${OWN} or ${OWN} = any (members) or (${COMMITTEE} and state <> 'DRAFT')`,
      ),
    }),
    pgPolicy('make', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(`owner_id = ${OWN}`),
    }),
    pgPolicy('change', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(`owner_id = ${OWN} or (${COMMITTEE} and state <> 'DRAFT')`),
      withCheck: sql.raw(`owner_id = ${OWN} or (${COMMITTEE} and state <> 'DRAFT')`),
    }),
  ],
);

/** Of rows that are read through a project: row-level security of that decides. */
const ofShownProject = `exists (select 1 from research.project p where p.id = project_id)`;

const OF_SHOWN_EXPORT = `exists (select 1 from research.data_export e where e.id = export_id)`;
const ofShownExport = sql.raw(OF_SHOWN_EXPORT);

/** What happened to a project. There is no policy to change or delete a step; votes and conflicts are the committee's own to read. */
export const projectStep = research.table(
  'project_step',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    number: integer('number').notNull(),
    kind: text('kind').$type<ProjectStepKind>().notNull(),
    round: integer('round').notNull(),
    byId: text('by_id').notNull(),
    byName: jsonb('by_name').$type<NamedColumn>().notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    /** A question, an answer, a reason, a report. */
    words: text('words').notNull(),
    detail: jsonb('detail').$type<StepDetail>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.number] }),
    pgPolicy('read', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(`${ofShownProject} and (kind not in ('VOTE', 'CONFLICT') or ${COMMITTEE})`),
    }),
    pgPolicy('take', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(`by_id = ${OWN} and ${ofShownProject}`),
    }),
  ],
);

/** What the committee granted a project, for its term: nobody else writes it. */
export const projectGrant = research.table(
  'project_grant',
  {
    projectId: uuid('project_id')
      .primaryKey()
      .references(() => project.id),
    elements: jsonb('elements').$type<readonly GrantedElement[]>().notNull(),
    releases: integer('releases').array().notNull(),
    sites: text('sites').array().notNull(),
    conditions: text('conditions').notNull(),
    countsPerDay: integer('counts_per_day').notNull(),
    until: date('until', { mode: 'string' }).notNull(),
    /** Suspended or ended: nothing is granted meanwhile. */
    closed: boolean('closed').notNull().default(false),
    decidedAt: timestamp('decided_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .defaultNow(),
  },
  () => [
    pgPolicy('read', { for: 'select', to: applicationRole, using: sql.raw(ofShownProject) }),
    pgPolicy('grant', {
      for: 'all',
      to: applicationRole,
      using: sql.raw(COMMITTEE),
      withCheck: sql.raw(COMMITTEE),
    }),
  ],
);

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

/** Nobody puts a cohort before the members of a project that is not the writer's too. */
const OWN_AND_OF_PROJECT = `owner_id = ${OWN} and (project_id is null or exists (select 1 from research.project p where p.id = project_id))`;

/** A cohort that stays. What it asks stands in its versions; one that is removed is retained, since papers may cite it. */
export const savedCohort = research.table(
  'saved_cohort',
  {
    id: uuid('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    ownerName: jsonb('owner_name').$type<NamedColumn>().notNull(),
    projectId: uuid('project_id').references(() => project.id),
    name: text('name').notNull(),
    description: text('description').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    removedAt: timestamp('removed_at', { withTimezone: true, mode: 'string' }),
  },
  (t) => [
    index('saved_cohort_of_owner').on(t.ownerId),
    index('saved_cohort_of_project').on(t.projectId),
    pgPolicy('read', {
      for: 'select',
      to: applicationRole,
      // A project is found by its members alone.
      using: sql.raw(
        `owner_id = ${OWN} or exists (select 1 from research.project p where p.id = project_id)`,
      ),
    }),
    pgPolicy('save', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(OWN_AND_OF_PROJECT),
    }),
    pgPolicy('change', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(`owner_id = ${OWN}`),
      withCheck: sql.raw(OWN_AND_OF_PROJECT),
    }),
  ],
);

/** What a saved cohort asks of which release. There is no policy to change or delete one: a version is never overwritten. */
export const savedCohortVersion = research.table(
  'saved_cohort_version',
  {
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => savedCohort.id),
    number: integer('number').notNull(),
    /** As it was asked. */
    definition: jsonb('definition').$type<CohortDefinition>().notNull(),
    releaseNumber: integer('release_number').notNull(),
    /** Digest of definition and release: what is cited. */
    hash: text('hash').notNull(),
    note: text('note').notNull(),
    savedById: text('saved_by_id').notNull(),
    savedByName: jsonb('saved_by_name').$type<NamedColumn>().notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.number] }),
    index('saved_cohort_version_by_hash').on(t.hash),
    pgPolicy('read', { for: 'select', to: applicationRole, using: shownCohort }),
    pgPolicy('add', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(
        `saved_by_id = ${OWN} and exists (select 1 from research.saved_cohort c where c.id = cohort_id and c.removed_at is null)`,
      ),
    }),
  ],
);
