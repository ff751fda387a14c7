import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { applicationRole, basic, instant } from './schema.ts';

const ofInstitution = `institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`;
const readable = sql.raw(
  `${ofInstitution} or (select current_setting('nodp.national', true)) = 'on'`,
);
const writable = sql.raw(
  `(select current_setting('nodp.writes', true)) = 'on' and ${ofInstitution}`,
);

/**
 * What an institution's own codes mean, in versions: a mapping is added and never changed. The latest of a code holds; one without
 * a target withdraws what was before. Written by `basic.put_code_mappings` alone.
 */
export const codeMapping = basic.table(
  'code_mapping',
  {
    /** Rises with time over the whole network: what was read under a lower one is read again. */
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    institutionId: uuid('institution_id').notNull(),
    /** What the code names: `TEST`, `DIAGNOSIS`, `SITE`, `DRUG`. */
    domain: text('domain').notNull(),
    /** The code's system as sent; empty where none was. */
    system: text('system').notNull(),
    code: text('code').notNull(),
    targetSystem: text('target_system'),
    targetCode: text('target_code'),
    reason: text('reason').notNull(),
    accountId: text('account_id').notNull(),
    recordedAt: instant('recorded_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    index('code_mapping_latest').on(t.institutionId, t.id),
    index('code_mapping_of_code').on(t.institutionId, t.domain, t.system, t.code, t.id),
    pgPolicy('read', { for: 'select', to: applicationRole, using: readable }),
  ],
);

/** A code of an institution's own as it was met, with values that came under it. */
export const localCode = basic.table(
  'local_code',
  {
    institutionId: uuid('institution_id').notNull(),
    domain: text('domain').notNull(),
    system: text('system').notNull(),
    code: text('code').notNull(),
    display: text('display'),
    /** At most three, such as `12.4 ng/mL (0–5)`; nothing that names a person. */
    examples: jsonb('examples').$type<readonly string[]>().notNull().default([]),
    firstSeenAt: instant('first_seen_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.domain, t.system, t.code] }),
    pgPolicy('read', { for: 'select', to: applicationRole, using: readable }),
    pgPolicy('insert', { for: 'insert', to: applicationRole, withCheck: writable }),
    pgPolicy('update', {
      for: 'update',
      to: applicationRole,
      using: writable,
      withCheck: writable,
    }),
  ],
);

/** How many records hold a code, kept by whoever writes them; in shards, so that senders of one hospital do not wait for each other. */
export const localCodeCount = basic.table(
  'local_code_count',
  {
    institutionId: uuid('institution_id').notNull(),
    domain: text('domain').notNull(),
    system: text('system').notNull(),
    code: text('code').notNull(),
    shard: smallint('shard').notNull(),
    records: integer('records').notNull(),
    /** Of them, those that no mapping was applied to. */
    unmapped: integer('unmapped').notNull(),
    lastSeenAt: instant('last_seen_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.domain, t.system, t.code, t.shard] }),
    pgPolicy('read', { for: 'select', to: applicationRole, using: readable }),
    pgPolicy('insert', { for: 'insert', to: applicationRole, withCheck: writable }),
    pgPolicy('update', {
      for: 'update',
      to: applicationRole,
      using: writable,
      withCheck: writable,
    }),
  ],
);

/** Which records hold a code, and in which submission each was sent last: what is read again when a mapping changes. */
export const codeInUse = basic.table(
  'code_in_use',
  {
    institutionId: uuid('institution_id').notNull(),
    resourceType: text('resource_type').notNull(),
    sourceId: text('source_id').notNull(),
    domain: text('domain').notNull(),
    system: text('system').notNull(),
    code: text('code').notNull(),
    submissionId: uuid('submission_id').notNull(),
    /** The latest mapping of the code when the record was read; 0 where it had none. */
    mappingId: bigint('mapping_id', { mode: 'number' }).notNull(),
    /** Whether that mapping named a target. */
    mapped: integer('mapped').notNull(),
  },
  (t) => [
    primaryKey({
      columns: [t.institutionId, t.resourceType, t.sourceId, t.domain, t.system, t.code],
    }),
    index('code_in_use_of_code').on(t.institutionId, t.domain, t.system, t.code, t.mappingId),
    pgPolicy('own', { for: 'all', to: applicationRole, using: writable, withCheck: writable }),
  ],
);
