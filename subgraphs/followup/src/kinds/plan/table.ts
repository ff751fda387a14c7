import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, jsonb, text } from 'drizzle-orm/pg-core';
import { followup } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export interface ActivityColumn {
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
  readonly status: string | null;
}

export const plan = followup.table(
  'plan',
  {
    ...clinicalColumns(),
    system: text('system'),
    code: text('code'),
    display: text('display'),
    status: text('status').notNull(),
    startedOn: day('started_on'),
    startedPrecision: precision('started_precision'),
    endedOn: day('ended_on'),
    endedPrecision: precision('ended_precision'),
    activities: jsonb('activities').$type<ActivityColumn[]>().notNull(),
  },
  (t) => clinicalKeys('plan', t),
);
