import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, text } from 'drizzle-orm/pg-core';
import { followup } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const screening = followup.table(
  'screening',
  {
    ...clinicalColumns(),
    programme: text('programme').notNull(),
    invitedOn: day('invited_on'),
    invitedPrecision: precision('invited_precision'),
    declinedOn: day('declined_on'),
    declinedPrecision: precision('declined_precision'),
    testedOn: day('tested_on'),
    testedPrecision: precision('tested_precision'),
    test: text('test'),
    result: text('result'),
  },
  (t) => clinicalKeys('screening', t),
);
