import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, text } from 'drizzle-orm/pg-core';
import { specimens } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const pathologyReport = specimens.table(
  'pathology_report',
  {
    ...clinicalColumns(),
    system: text('system'),
    code: text('code'),
    display: text('display'),
    status: text('status').notNull(),
    reportedOn: day('reported_on'),
    reportedPrecision: precision('reported_precision'),
    conclusion: text('conclusion'),
    reportText: text('report_text'),
  },
  (t) => clinicalKeys('pathology_report', t),
);
