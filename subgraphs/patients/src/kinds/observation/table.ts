import { clinicalColumns, clinicalKeys } from '@nodp/database/tables';
import { doublePrecision, text, timestamp } from 'drizzle-orm/pg-core';
import { patients } from '../../schema.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Laboratory tests, tumour markers and vital signs. */
export const observation = patients.table(
  'observation',
  {
    ...clinicalColumns(),
    category: text('category').notNull(),
    system: text('system'),
    code: text('code').notNull(),
    display: text('display'),
    at: instant('at').notNull(),
    value: doublePrecision('value'),
    comparator: text('comparator'),
    unit: text('unit'),
    /** In the analyte's usual unit, where the sent one converts. */
    normalValue: doublePrecision('normal_value'),
    normalUnit: text('normal_unit'),
    valueText: text('value_text'),
    interpretation: text('interpretation'),
    referenceLow: doublePrecision('reference_low'),
    referenceHigh: doublePrecision('reference_high'),
    /** Why the result may still change (FHIR status); null of one that is final. */
    notFinal: text('not_final', { enum: ['registered', 'preliminary', 'unknown'] }),
  },
  (t) => clinicalKeys('observation', t),
);
