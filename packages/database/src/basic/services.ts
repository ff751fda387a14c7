import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgPolicy, text, uuid } from 'drizzle-orm/pg-core';
import { managedClients, managedPolicies } from './clients.ts';
import { applicationRole, basic, instant } from './schema.ts';

/** An address of an institution's that is told what happens to its records; disabled, it is told nothing more. */
export const webhook = basic.table(
  'webhook',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    url: text('url').notNull(),
    /** `record.held`, `alert.opened`, `patient.moved`. */
    events: text('events').array().notNull(),
    /** The secret that messages are signed by, sealed under the identity key. */
    secret: text('secret').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    disabledAt: instant('disabled_at'),
  },
  (t) => [index('webhook_by_institution').on(t.institutionId), ...managedPolicies()],
);

/** A message to a webhook: sent until it is taken, or given up. Written by triggers (`basic.tell`) and by the worker. */
export const webhookDelivery = basic.table(
  'webhook_delivery',
  {
    id: uuid('id').primaryKey(),
    webhookId: uuid('webhook_id')
      .notNull()
      .references(() => webhook.id),
    institutionId: uuid('institution_id').notNull(),
    event: text('event').notNull(),
    /** Ids alone: nothing that names a person. */
    about: jsonb('about').notNull(),
    occurredAt: instant('occurred_at').notNull().default(sql`clock_timestamp()`),
    attempts: integer('attempts').notNull().default(0),
    /** When it is sent, or sent again; null once it is done with. */
    nextAt: instant('next_at').default(sql`clock_timestamp()`),
    deliveredAt: instant('delivered_at'),
    /** When it was given up. */
    deadAt: instant('dead_at'),
    problem: text('problem'),
  },
  (t) => [
    index('webhook_delivery_due').on(t.nextAt),
    index('webhook_delivery_of').on(t.webhookId, t.occurredAt),
    pgPolicy('read', { for: 'select', to: applicationRole, using: managedClients }),
    // What was given up is sent once more.
    pgPolicy('again', {
      for: 'update',
      to: applicationRole,
      using: managedClients,
      withCheck: managedClients,
    }),
  ],
);

const ownExports = sql.raw(
  `(select current_setting('nodp.account', true)) = account_id and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
);

/** A bulk export that a program asked for, made by the job of its id, whose state is its own; its files lie in the home until they expire. */
export const fhirExport = basic.table(
  'fhir_export',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    accountId: text('account_id').notNull(),
    /** The principal as it asked: the export reads what it may, and no more. */
    principal: jsonb('principal').notNull(),
    request: text('request').notNull(),
    types: text('types').array().notNull(),
    since: instant('since'),
    requestedAt: instant('requested_at').notNull().default(sql`clock_timestamp()`),
    /** As of when it is: what came later may not be in it. */
    transactionTime: instant('transaction_time'),
    /** `{ type, name, count }` of each. */
    files: jsonb('files').notNull().default([]),
    /** Written so far. */
    resources: bigint('resources', { mode: 'number' }).notNull().default(0),
    expiresAt: instant('expires_at'),
  },
  (t) => [
    index('fhir_export_ends').on(t.expiresAt),
    pgPolicy('read', { for: 'select', to: applicationRole, using: ownExports }),
  ],
);
