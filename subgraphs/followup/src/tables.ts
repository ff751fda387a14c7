import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, index, jsonb, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

const day = (name: string) => date(name, { mode: 'string' });

/** Plans, contacts and outcomes after treatment. */
export const followup = pgSchema('followup');

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
  },
  (t) => [...clinicalKeys('contact', t), index('contact_due').on(t.institutionId, t.at)],
);

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
