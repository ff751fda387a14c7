import { clinicalColumns, clinicalKeys } from '@nodp/database/tables';
import { index, text, timestamp } from 'drizzle-orm/pg-core';
import { followup } from '../../schema.ts';

export const contact = followup.table(
  'contact',
  {
    ...clinicalColumns(),
    system: text('system'),
    code: text('code'),
    display: text('display'),
    status: text('status').notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'string' }),
    note: text('note'),
    /** Where, as it was said. */
    venue: text('venue'),
  },
  (t) => [...clinicalKeys('contact', t), index('contact_due').on(t.institutionId, t.at)],
);
