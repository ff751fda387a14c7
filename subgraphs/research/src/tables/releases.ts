import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import { bigint, date, integer, jsonb, pgPolicy, text, timestamp } from 'drizzle-orm/pg-core';
import type { ExportReport } from '../export/report.ts';
import { research } from './schema.ts';

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
