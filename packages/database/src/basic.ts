import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgRole,
  pgSchema,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

/** The role the application works as; it owns nothing and never bypasses row-level security. */
export const applicationRole = pgRole('nodp_app').existing();

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** The basic function pool: institutions, accounts, care relationships, submissions, access audit. */
export const basic = pgSchema('basic');

export const institution = basic.table('institution', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull().unique(),
  nameEn: text('name_en').notNull(),
  nameZh: text('name_zh').notNull(),
  tier: text('tier', { enum: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'GENERAL'] }).notNull(),
  /** GB/T 2260, six digits. */
  regionCode: text('region_code').notNull(),
});

export const account = basic.table('account', {
  id: text('id').primaryKey(),
  nameEn: text('name_en').notNull(),
  nameZh: text('name_zh').notNull(),
  role: text('role').notNull(),
  institutionId: uuid('institution_id').references(() => institution.id),
  /** scrypt, `salt:hash` in base64; null for accounts that sign in elsewhere (OIDC, JWT). */
  passwordHash: text('password_hash'),
  demonstration: integer('demonstration').notNull().default(0),
});

export const webSession = basic.table('web_session', {
  /** SHA-256 of the cookie's token: who reads the table cannot use it to sign in. */
  tokenHash: text('token_hash').primaryKey(),
  accountId: text('account_id').notNull(),
  /** The principal as signed in (OIDC accounts have no row in `account`). */
  principal: jsonb('principal').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/** An institution that cares for a patient sees the patient: every clinical policy rests on this. */
export const careRelationship = basic.table(
  'care_relationship',
  {
    institutionId: uuid('institution_id').notNull(),
    patientId: uuid('patient_id').notNull(),
    since: instant('since').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.institutionId] }),
    index('care_by_institution').on(t.institutionId, t.patientId),
    pgPolicy('read_own', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(
        `(select current_setting('nodp.identified', true)) = 'on' and (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid))`,
      ),
    }),
    pgPolicy('insert_own', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(
        `(select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
      ),
    }),
  ],
);

/**
 * Access audit: who read, searched for or wrote which identified patients, who signed in or was refused, when, by which
 * operation. Never changed: each row carries the hash of the one before (`basic.chain_audit`).
 */
export const audit = basic.table(
  'audit',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull().default(sql`now()`),
    accountId: text('account_id').notNull(),
    role: text('role').notNull(),
    institutionId: uuid('institution_id'),
    /** `read`, `search`, `write`, `sign-in` …; of rows older than the column `operation`: subgraph and operation. */
    action: text('action').notNull(),
    /** The web app's document or the endpoint, by name; null of rows older than the column. */
    operation: text('operation'),
    patientIds: uuid('patient_ids').array().notNull(),
    /** Made by the platform, one for each request. */
    requestId: text('request_id').notNull(),
    /** What the caller named the request. */
    callerRequestId: text('caller_request_id'),
    /** More of the event, by its kind: how many were found, which submission. */
    detail: jsonb('detail'),
    /** Place in the chain, from 1; null of rows older than it. */
    number: bigint('number', { mode: 'number' }).unique(),
    previousHash: bytea('previous_hash'),
    /** SHA-256 of the row's content and of `previous_hash`: `basic.audit_hash`. */
    hash: bytea('hash'),
  },
  (t) => [
    index('audit_by_time').on(t.at),
    index('audit_by_patient').using('gin', t.patientIds),
    index('audit_by_account').on(t.accountId, t.at),
  ],
);

/** The end of the chain of audit rows: one row. Changed by `basic.chain_audit` alone. */
export const auditHead = basic.table('audit_head', {
  one: boolean('one').primaryKey().default(true),
  number: bigint('number', { mode: 'number' }).notNull(),
  hash: bytea('hash').notNull(),
});

/** What a corrected or withdrawn row said before. `basic.keep_former` alone writes it, and no query reads it yet. */
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

const ownSubmissions = sql.raw(
  `institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on'`,
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

const ownJobs = sql.raw(`(select current_setting('nodp.jobs', true)) = 'on'`);

/**
 * Work that outlives a request: requested by an account, done by a worker. The application role requests and cancels
 * under row-level security; everything else of a row is the worker's, who is the owner.
 */
export const job = basic.table(
  'job',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    parameters: jsonb('parameters').notNull().default({}),
    /** Account. */
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull().default(sql`now()`),
    state: text('state', { enum: ['REQUESTED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] })
      .notNull()
      .default('REQUESTED'),
    /** How often a worker has begun it. */
    attempts: integer('attempts').notNull().default(0),
    step: text('step'),
    /** Of the work, 0 to 1. */
    share: real('share').notNull().default(0),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    cancelRequestedAt: instant('cancel_requested_at'),
    /** Why it failed, as an operator reads it. */
    problem: text('problem'),
    result: jsonb('result'),
  },
  (t) => [
    index('job_newest').on(t.requestedAt, t.id),
    pgPolicy('read', { for: 'select', to: applicationRole, using: ownJobs }),
    pgPolicy('request', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(
        `(select current_setting('nodp.jobs', true)) = 'on' and state = 'REQUESTED' and attempts = 0
        and requested_by = (select current_setting('nodp.account', true))`,
      ),
    }),
    pgPolicy('cancel', { for: 'update', to: applicationRole, using: ownJobs, withCheck: ownJobs }),
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

const ownAccount = `account_id = (select current_setting('nodp.account', true))`;
const ownOrNational = sql.raw(
  `${ownAccount} or (select current_setting('nodp.national', true)) = 'on'`,
);

/**
 * What an account asked to be counted, question by question and day: what is left of its budget is told from here, and the
 * data access committee (national data managers) sees who asks much.
 */
export const askedCounts = basic.table(
  'asked_counts',
  {
    accountId: text('account_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /** Names the question wholly: what was asked before is not counted again on that day. */
    question: text('question').notNull(),
    counts: integer('counts').notNull(),
    /** Counts answered as a set that was asked before and differs by a few persons: who has many, may single somebody out. */
    near: integer('near').notNull().default(0),
    askedAt: instant('asked_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.day, t.question] }),
    index('asked_counts_by_day').on(t.day),
    pgPolicy('read', { for: 'select', to: applicationRole, using: ownOrNational }),
    pgPolicy('ask', { for: 'insert', to: applicationRole, withCheck: sql.raw(ownAccount) }),
  ],
);

const national = sql.raw(`(select current_setting('nodp.national', true)) = 'on'`);

/** A project that the data access committee approved: its account is told more counts a day until it ends. */
export const approvedProject = basic.table(
  'approved_project',
  {
    accountId: text('account_id').primaryKey(),
    title: text('title').notNull(),
    countsPerDay: integer('counts_per_day').notNull(),
    until: date('until', { mode: 'string' }).notNull(),
    approvedBy: text('approved_by').notNull(),
    approvedAt: instant('approved_at').notNull().default(sql`now()`),
  },
  () => [
    pgPolicy('read', { for: 'select', to: applicationRole, using: ownOrNational }),
    pgPolicy('approve', {
      for: 'all',
      to: applicationRole,
      using: national,
      withCheck: national,
    }),
  ],
);
