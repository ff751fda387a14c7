import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as apply } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { applyFunctions } from './functions.ts';
import { LOCKS } from './locks.ts';
import { PlatformError } from './problems.ts';

/** A subgraph's migrations: the PostgreSQL schema they make and the folder they lie in. */
export interface Migrations {
  readonly schema: string;
  readonly folder: string;
}

interface Journal {
  readonly entries: readonly { readonly when: number; readonly tag: string }[];
}

const newestKnown = async (folder: string): Promise<number> => {
  const journal = JSON.parse(
    await readFile(join(folder, 'meta', '_journal.json'), 'utf8'),
  ) as Journal;
  return Math.max(0, ...journal.entries.map((entry) => entry.when));
};

const refuseNewer = async (sql: postgres.Sql, { schema, folder }: Migrations): Promise<void> => {
  const [table] = await sql`select to_regclass(${`migrations.${schema}`}) as found`;
  if (table?.found === null) return;
  const [row] = await sql.unsafe(`select max(created_at) as newest from migrations."${schema}"`);
  if (Number(row?.newest ?? 0) > (await newestKnown(folder))) {
    throw new PlatformError(
      'data-newer',
      `The data were written by a newer version of the platform (schema ${schema}). Start that version, or use another NODP_HOME or DATABASE_URL.`,
    );
  }
};

/** How many migrations of a schema were applied. */
const appliedTo = async (sql: postgres.Sql, schema: string): Promise<number> => {
  const [table] = await sql`select to_regclass(${`migrations.${schema}`}) as found`;
  if (table?.found === null) return 0;
  const [row] = await sql.unsafe(`select count(*)::int as number from migrations."${schema}"`);
  return row?.number;
};

/** What the application role may do: read and write rows under row-level security, never change tables. */
const grant = (schema: string): string => `
  grant usage on schema "${schema}" to nodp_app;
  grant select, insert, update, delete on all tables in schema "${schema}" to nodp_app;
  grant execute on all functions in schema "${schema}" to nodp_app;`;

/**
 * What is written once and never changed or taken away by the application; of a job it may ask for the end alone. Passwords
 * and sessions it reaches through functions that ask for a password or a token.
 */
const appendOnly = `
  revoke update, delete on basic.previous_version, basic.payload, basic.rule_switch from nodp_app;
  revoke select, update, delete on basic.audit from nodp_app;
  revoke all on basic.audit_head, basic.web_session, basic.account, basic.second_factor, basic.sign_in_attempt, basic.rate_window from nodp_app;
  revoke insert, update, delete on basic.second_factor_role from nodp_app;
  grant select (id, name_en, name_zh, role, institution_id, demonstration, closed_at) on basic.account to nodp_app;
  revoke execute on function basic.audit_hash(basic.audit), basic.version_tables() from public, nodp_app;
  revoke insert, update, delete on basic.break_glass, basic.referral, basic.restricted_patient, basic.backup, basic.platform_sample from nodp_app;
  revoke all on basic.restricted_access_review from nodp_app;
  revoke delete on basic.submission, basic.retained_resource, basic.care_relationship from nodp_app;
  revoke update, delete on basic.job from nodp_app;
  grant update (cancel_requested_at) on basic.job to nodp_app;
  revoke all on basic.api_assertion from nodp_app;
  revoke insert, update, delete on basic.webhook_delivery, basic.fhir_export from nodp_app;
  revoke select, update, delete on basic.webhook from nodp_app;
  grant select (id, institution_id, url, events, created_by, created_at, disabled_at) on basic.webhook to nodp_app;
  grant update (disabled_at) on basic.webhook to nodp_app;
  grant update (next_at, dead_at, attempts) on basic.webhook_delivery to nodp_app;
  revoke select, update, delete on basic.api_client from nodp_app;
  grant select (id, institution_id, name, scopes, key_end, jwks, jwks_url, created_by, created_at, expires_at, revoked_at,
    revoked_by, last_used_at) on basic.api_client to nodp_app;
  grant update (key_hash, key_end, revoked_at, revoked_by) on basic.api_client to nodp_app;`;

/**
 * Brings every subgraph's tables up to date, the basic pool's first.
 * @param ownerUrl of the role that owns the tables
 */
export const migrate = async (
  ownerUrl: string,
  subgraphs: readonly Migrations[],
): Promise<void> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [version] = await sql`select current_setting('server_version_num')::int as number`;
    if (version?.number < 150000) {
      throw new PlatformError('database-version', 'PostgreSQL 15 or newer is needed.');
    }
    await sql`select pg_advisory_lock(${LOCKS.migration})`;
    await sql`create schema if not exists migrations`;
    const roles = await sql`select 1 from pg_roles where rolname = 'nodp_app'`;
    if (roles.length === 0) await sql`create role nodp_app nologin nobypassrls`;
    for (const subgraph of subgraphs) await refuseNewer(sql, subgraph);
    for (const { schema, folder } of subgraphs) {
      const before = await appliedTo(sql, schema);
      await apply(drizzle(sql), {
        migrationsFolder: folder,
        migrationsSchema: 'migrations',
        migrationsTable: schema,
      });
      const migrated = (await appliedTo(sql, schema)) > before;
      await applyFunctions(sql, schema, join(folder, '..', 'functions'), migrated);
      await sql.unsafe(grant(schema));
    }
    await sql`select basic.version_tables()`;
    await sql.unsafe(appendOnly);
  } finally {
    await sql.end();
  }
};
