import { customType, pgRole, pgSchema, timestamp } from 'drizzle-orm/pg-core';

/** The role the application works as; it owns nothing and never bypasses row-level security. */
export const applicationRole = pgRole('nodp_app').existing();

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** The basic function pool: institutions, accounts, care relationships, submissions, access audit. */
export const basic = pgSchema('basic');
