import { sql } from 'drizzle-orm';
import { bigint, boolean, index, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { basic, bytea, instant } from './schema.ts';

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
    /** What for: HL7 v3 PurposeOfUse (`basic.audit_purpose`); null where no account is known, and of rows older than the column. */
    purpose: text('purpose'),
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
    index('audit_by_institution').on(t.institutionId, t.at),
  ],
);

/** The end of the chain of audit rows: one row. Changed by `basic.chain_audit` alone. */
export const auditHead = basic.table('audit_head', {
  one: boolean('one').primaryKey().default(true),
  number: bigint('number', { mode: 'number' }).notNull(),
  hash: bytea('hash').notNull(),
});
