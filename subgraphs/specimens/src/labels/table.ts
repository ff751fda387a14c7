import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import { date, integer, pgPolicy, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { specimens } from '../schema.ts';

/**
 * Sets of what authorities approved drugs for, each whole as the operator loaded it: the latest is in force. The platform ships none,
 * since what is approved where changes by the week and none of it was compared with its source.
 */
export const drugLabelSet = specimens.table(
  'drug_label_set',
  {
    id: uuid('id').primaryKey(),
    /** The day to which the operator looked the labels up. */
    asOf: date('as_of', { mode: 'string' }).notNull(),
    /** SHA-256 of the file, hexadecimal. */
    sha256: text('sha256').notNull(),
    labels: integer('labels').notNull(),
    /** The labels as JSON, in the file's order. */
    content: text('content').notNull(),
    loadedBy: text('loaded_by').notNull(),
    loadedAt: timestamp('loaded_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  () => [pgPolicy('read', { for: 'select', to: applicationRole, using: sql.raw('true') })],
);
