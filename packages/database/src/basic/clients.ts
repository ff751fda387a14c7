import { sql } from 'drizzle-orm';
import { index, jsonb, pgPolicy, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { institution } from './network.ts';
import { applicationRole, basic, instant } from './schema.ts';

/** Managers of clients: of their own institution's, those of the whole network of all. */
export const managedClients = sql.raw(
  `(select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid))`,
);

/** The policies of what managers of clients see and change. */
export const managedPolicies = () => [
  pgPolicy('read', { for: 'select', to: applicationRole, using: managedClients }),
  pgPolicy('make', { for: 'insert', to: applicationRole, withCheck: managedClients }),
  pgPolicy('change', {
    for: 'update',
    to: applicationRole,
    using: managedClients,
    withCheck: managedClients,
  }),
];

/**
 * A program of an institution's that reads its records or sends some: by a key, whose SHA-256 alone is retained, or by assertions
 * signed with keys of its own (SMART Backend Services).
 */
export const apiClient = basic.table(
  'api_client',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    name: text('name').notNull(),
    /** `system/Patient.rs`. */
    scopes: text('scopes').array().notNull(),
    keyHash: text('key_hash').unique(),
    /** The last characters of the key, by which people tell keys apart. */
    keyEnd: text('key_end'),
    jwks: jsonb('jwks'),
    jwksUrl: text('jwks_url'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
    revokedBy: text('revoked_by'),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [index('api_client_by_institution').on(t.institutionId), ...managedPolicies()],
);

/** Assertions that were taken, until they end: none is taken twice. Reached through a function alone. */
export const apiAssertion = basic.table(
  'api_assertion',
  {
    clientId: uuid('client_id').notNull(),
    jti: text('jti').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.jti] }),
    index('api_assertion_ended').on(t.expiresAt),
  ],
);
