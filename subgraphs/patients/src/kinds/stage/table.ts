import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, text } from 'drizzle-orm/pg-core';
import { patients } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const stage = patients.table(
  'stage',
  {
    ...clinicalColumns(),
    /** The sender's key of the tumour it stages; null where not said. */
    tumourSourceId: text('tumour_source_id'),
    axis: text('axis').notNull(),
    classification: text('classification'),
    value: text('value').notNull(),
    system: text('system'),
    sentSystem: text('sent_system'),
    sentCode: text('sent_code'),
    sentDisplay: text('sent_display'),
    assessedOn: day('assessed_on'),
    assessedPrecision: precision('assessed_precision'),
  },
  (t) => clinicalKeys('stage', t),
);
