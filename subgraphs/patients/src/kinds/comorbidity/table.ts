import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, text } from 'drizzle-orm/pg-core';
import { patients } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const comorbidity = patients.table(
  'comorbidity',
  {
    ...clinicalColumns(),
    system: text('system'),
    code: text('code'),
    display: text('display'),
    onsetOn: day('onset_on'),
    onsetPrecision: precision('onset_precision'),
    abatedOn: day('abated_on'),
    abatedPrecision: precision('abated_precision'),
    clinicalStatus: text('clinical_status'),
  },
  (t) => clinicalKeys('comorbidity', t),
);
