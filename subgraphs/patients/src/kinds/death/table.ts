import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, text } from 'drizzle-orm/pg-core';
import { patients } from '../../schema.ts';

/**
 * What an institution reported of a patient's life or death, in the demographics or beside them. The patient's own
 * vital status is composed from these rows by `patients.compose_vital_status`.
 */
export const vitalStatusReport = patients.table(
  'vital_status_report',
  {
    ...clinicalColumns(),
    vitalStatus: text('vital_status', { enum: ['ALIVE', 'DEAD'] }).notNull(),
    diedOn: date('died_on', { mode: 'string' }),
    diedPrecision: precision('died_precision'),
    causeSystem: text('cause_system'),
    causeCode: text('cause_code'),
    causeDisplay: text('cause_display'),
  },
  (t) => clinicalKeys('vital_status_report', t),
);
