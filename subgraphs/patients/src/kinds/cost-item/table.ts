import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import { date, index, numeric, text } from 'drizzle-orm/pg-core';
import { patients } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const costItem = patients.table(
  'cost_item',
  {
    ...clinicalColumns(),
    categorySystem: text('category_system'),
    categoryCode: text('category_code'),
    categoryDisplay: text('category_display'),
    system: text('system'),
    code: text('code'),
    display: text('display'),
    servedOn: day('served_on'),
    servedPrecision: precision('served_precision'),
    amount: numeric('amount').notNull(),
    currency: text('currency').notNull(),
    insurancePaid: numeric('insurance_paid'),
    patientPaid: numeric('patient_paid'),
    status: text('status').notNull(),
    billedOn: day('billed_on'),
    billedPrecision: precision('billed_precision'),
    claimSourceId: text('claim_source_id'),
    encounterSourceId: text('encounter_source_id'),
    conditionSourceId: text('condition_source_id'),
  },
  (t) => [
    ...clinicalKeys('cost_item', t),
    // For `counted`: which bill of a claim is its latest.
    index('cost_item_by_claim')
      .on(t.patientId, t.claimSourceId)
      .where(sql`claim_source_id is not null`),
  ],
);
