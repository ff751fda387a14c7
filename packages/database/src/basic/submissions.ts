import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  real,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { applicationRole, basic, bytea, instant } from './schema.ts';

const ownSubmissions = sql.raw(
  `institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on'`,
);

/** Raw content as it arrived, once for each content. It names patients: the application only adds to it. */
export const payload = basic.table(
  'payload',
  {
    sha256: text('sha256').primaryKey(),
    bytes: integer('bytes').notNull(),
    /** gzip. */
    content: bytea('content').notNull(),
  },
  () => [
    pgPolicy('insert', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(`(select current_setting('nodp.writes', true)) = 'on'`),
    }),
  ],
);

const ownAttachments = sql.raw(
  `(select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
);

/** A long attachment, stored apart from the submissions that it came in: once for each content and institution. */
export const attachment = basic.table(
  'attachment',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    receivedAt: instant('received_at').notNull().default(sql`now()`),
  },
  (t) => [
    unique('attachment_once').on(t.institutionId, t.sha256),
    pgPolicy('own', {
      for: 'all',
      to: applicationRole,
      using: ownAttachments,
      withCheck: ownAttachments,
    }),
  ],
);

/** A mebibyte of an attachment, sealed. */
export const attachmentPart = basic.table(
  'attachment_part',
  {
    attachmentId: uuid('attachment_id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    part: integer('part').notNull(),
    content: bytea('content').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.attachmentId, t.part] }),
    pgPolicy('own', {
      for: 'all',
      to: applicationRole,
      using: ownAttachments,
      withCheck: ownAttachments,
    }),
  ],
);

export const submission = basic.table(
  'submission',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    accountId: text('account_id').notNull(),
    receivedAt: instant('received_at').notNull().default(sql`now()`),
    /** How it came: `fhir`, `nation`. */
    channel: text('channel').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    status: text('status', { enum: ['received', 'accepted', 'partial', 'refused'] }).notNull(),
    /** `[{resourceType, created, updated, unchanged, retained, refused}]` */
    counts: jsonb('counts').notNull().default([]),
    /** The answer given: an OperationOutcome where anything was refused. */
    outcome: jsonb('outcome'),
    /** What was said of the content beside it, so that it can be read again; null of what is not taken up again. */
    request: jsonb('request'),
    /** How often it was taken up again after a crash. */
    attempts: integer('attempts').notNull().default(0),
  },
  (t) => [
    index('submission_by_institution').on(t.institutionId, t.receivedAt),
    index('submission_by_time').on(t.receivedAt, t.id),
    // A status is rare or a beginning of a hash is one row's: found without reading those of every other.
    index('submission_by_status').on(t.status, t.receivedAt, t.id),
    index('submission_by_content').on(t.sha256.op('text_pattern_ops')),
    pgPolicy('own', {
      for: 'all',
      to: applicationRole,
      using: ownSubmissions,
      withCheck: ownSubmissions,
    }),
  ],
);

/** Which version of a record was taken in last, of those whose versions the sender says or asks for. */
export const recordVersion = basic.table(
  'record_version',
  {
    institutionId: uuid('institution_id').notNull(),
    /** Keyed hash of the resource type and the sender's key, which may name a person. */
    record: text('record').notNull(),
    /** As the sender says (meta.lastUpdated, meta.versionId). */
    lastUpdated: instant('last_updated'),
    versionId: text('version_id'),
    /** As the sender was answered. */
    etag: text('etag').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.record] }),
    pgPolicy('own', {
      for: 'all',
      to: applicationRole,
      using: ownSubmissions,
      withCheck: ownSubmissions,
    }),
  ],
);

/** A resource that the platform does not model yet, retained as sent. */
export const retainedResource = basic.table(
  'retained_resource',
  {
    institutionId: uuid('institution_id').notNull(),
    resourceType: text('resource_type').notNull(),
    sourceId: text('source_id').notNull(),
    contentHash: text('content_hash').notNull(),
    submissionId: uuid('submission_id').notNull(),
    reason: text('reason').notNull(),
    content: jsonb('content').notNull(),
  },
  (t) => [
    unique('retained_once').on(t.institutionId, t.resourceType, t.sourceId, t.contentHash),
    pgPolicy('own', {
      for: 'all',
      to: applicationRole,
      using: ownSubmissions,
      withCheck: ownSubmissions,
    }),
  ],
);

/** What a corrected or withdrawn row said before. `basic.retain_previous_version` alone writes it; a release reads when a report first came. */
export const previousVersion = basic
  .table(
    'previous_version',
    {
      tableName: text('table_name').notNull(),
      patientId: uuid('patient_id').notNull(),
      id: uuid('id').notNull(),
      replacedAt: instant('replaced_at').notNull().default(sql`clock_timestamp()`),
      content: jsonb('content').notNull(),
    },
    (t) => [index('previous_version_by_row').on(t.patientId, t.id)],
  )
  .enableRLS();

const ownMappings = sql.raw(
  `institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and (select current_setting('nodp.writes', true)) = 'on'`,
);

/** How an institution's files with a header of their own are read: each change is a version, and none is changed. */
export const csvMapping = basic.table(
  'csv_mapping',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    name: text('name').notNull(),
    version: integer('version').notNull(),
    /** `@nodp/intake`, formats/csv/mapping; null where the mapping was taken out of use. */
    definition: jsonb('definition'),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull().default(sql`now()`),
  },
  (t) => [
    unique('csv_mapping_version').on(t.institutionId, t.name, t.version),
    pgPolicy('own', {
      for: 'all',
      to: applicationRole,
      using: ownMappings,
      withCheck: ownMappings,
    }),
  ],
);

/** How far a file of rows was taken in, so that one that was cut off goes on where it stopped. */
export const csvUpload = basic.table(
  'csv_upload',
  {
    institutionId: uuid('institution_id').notNull(),
    /** Of the file, by who sends it: the same when it is sent again. */
    id: uuid('id').notNull(),
    accountId: text('account_id').notNull(),
    /** The header, by which another file of the same number is known. */
    header: text('header').notNull(),
    /** The last line that was taken in. */
    line: integer('line').notNull(),
    /** What became of the rows until there. */
    counts: jsonb('counts').notNull(),
    ended: boolean('ended').notNull().default(false),
    seenAt: instant('seen_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    pgPolicy('own', {
      for: 'all',
      to: applicationRole,
      using: ownMappings,
      withCheck: ownMappings,
    }),
  ],
);

/** The import of a file of rows, which lies sealed until a job has taken it in: its page need not stay open. */
export const fileImport = basic.table(
  'file_import',
  {
    institutionId: uuid('institution_id').notNull(),
    /** Of the file, by who sent it; how far its rows are is in `csv_upload` under the same. */
    id: uuid('id').notNull(),
    accountId: text('account_id').notNull(),
    name: text('name').notNull(),
    /** As it came, unpacked. */
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    /** Kind, mapping, sheet and encoding, where they were named. */
    asked: jsonb('asked').notNull(),
    state: text('state', { enum: ['WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] })
      .notNull()
      .default('WAITING'),
    requestedAt: instant('requested_at').notNull().default(sql`now()`),
    endedAt: instant('ended_at'),
    cancelRequestedAt: instant('cancel_requested_at'),
    /** Of the file, 0 to 1. */
    share: real('share').notNull().default(0),
    /** Bytes of its list of refused rows that belong to the rows taken in. */
    refusedBytes: bigint('refused_bytes', { mode: 'number' }).notNull().default(0),
    /** What became of it, without a cell of any row. */
    result: jsonb('result'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('file_import_newest').on(t.institutionId, t.requestedAt),
    index('file_import_waiting').on(t.state).where(sql`state in ('WAITING', 'RUNNING')`),
    pgPolicy('own', {
      for: 'all',
      to: applicationRole,
      using: ownMappings,
      withCheck: ownMappings,
    }),
  ],
);
