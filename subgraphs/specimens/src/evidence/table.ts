import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import { date, integer, pgPolicy, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { specimens } from '../schema.ts';

/** Sets of CIViC's evidence that were loaded, each whole: the latest is in force. Written by the operator's command alone. */
export const evidenceSet = specimens.table(
  'evidence_set',
  {
    id: uuid('id').primaryKey(),
    /** The day of the export. */
    asOf: date('as_of', { mode: 'string' }).notNull(),
    /** SHA-256 of the file, hexadecimal. */
    sha256: text('sha256').notNull(),
    items: integer('items').notNull(),
    /** The items as JSON, by number. */
    content: text('content').notNull(),
    loadedBy: text('loaded_by').notNull(),
    loadedAt: timestamp('loaded_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  () => [pgPolicy('read', { for: 'select', to: applicationRole, using: sql.raw('true') })],
);
