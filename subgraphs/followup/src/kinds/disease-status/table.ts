import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, text } from 'drizzle-orm/pg-core';
import { followup } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const diseaseStatus = followup.table(
  'disease_status',
  {
    ...clinicalColumns(),
    trend: text('trend', {
      enum: ['REMISSION', 'IMPROVED', 'STABLE', 'PROGRESSED', 'RECURRED', 'NOT_EVALUABLE'],
    }).notNull(),
    system: text('system'),
    code: text('code'),
    display: text('display'),
    assessedOn: day('assessed_on'),
    assessedPrecision: precision('assessed_precision'),
  },
  (t) => clinicalKeys('disease_status', t),
);
