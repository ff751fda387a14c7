import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { applicationRole, basic, instant } from './schema.ts';

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
  /** Nobody signs in to a closed account; its row stays, so that its name is given to nobody else. */
  closedAt: instant('closed_at'),
});

export const webSession = basic.table('web_session', {
  /** SHA-256 of the cookie's token: who reads the table cannot use it to sign in. */
  tokenHash: text('token_hash').primaryKey(),
  accountId: text('account_id').notNull(),
  /** The principal as signed in (OIDC accounts have no row in `account`). */
  principal: jsonb('principal').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/**
 * The second factor (TOTP, RFC 6238) of an account kept here. Reached through functions alone, which ask for what the
 * account's password derives to, or for the administrator's session.
 */
export const secondFactor = basic.table('second_factor', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => account.id),
  /** The shared secret, sealed under the identity key. */
  secret: text('secret').notNull(),
  /** Null until a first code was right. */
  confirmedAt: instant('confirmed_at'),
  /** The time step of the last code that was taken: none is taken twice. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  /** SHA-256 of the recovery codes that are left. */
  recoveryHashes: text('recovery_hashes').array().notNull().default([]),
});

/** Roles that sign in with a second factor alone. */
export const secondFactorRole = basic.table('second_factor_role', {
  role: text('role').primaryKey(),
});

/**
 * Wrong passwords and codes, by the keyed hash of whom or where they count for. In the database, so that as many gateways as there
 * are count together; reached through functions alone.
 */
export const signInAttempt = basic.table(
  'sign_in_attempt',
  {
    key: text('key').primaryKey(),
    failures: integer('failures').notNull(),
    /** From when on they are forgotten. */
    forgottenAt: instant('forgotten_at').notNull(),
    /** Until when the next try waits. */
    waitUntil: instant('wait_until').notNull(),
  },
  (t) => [index('sign_in_attempt_forgotten').on(t.forgottenAt)],
);

/** What was taken of a limit in a minute or an hour, by the keyed hash of whom it counts for: of all gateways, through a function alone. */
export const rateWindow = basic.table(
  'rate_window',
  {
    key: text('key').primaryKey(),
    taken: bigint('taken', { mode: 'number' }).notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [index('rate_window_ends').on(t.endsAt)],
);

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
