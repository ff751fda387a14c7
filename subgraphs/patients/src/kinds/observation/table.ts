import { clinicalColumns, clinicalKeys } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import { doublePrecision, index, text, timestamp } from 'drizzle-orm/pg-core';
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
    /** The number as it was written where a number would lose it: 1.10. */
    digits: text('digits'),
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
    /** Of the tumour that it is about, by the same institution. */
    tumourSourceId: text('tumour_source_id'),
    /** What a pathologist's finding says of that tumour: grade (ICD-O-3, sixth digit) and morphology. */
    tumourGrade: text('tumour_grade'),
    tumourMorphology: text('tumour_morphology'),
    /** The histology in words, where no code of the terminology says it. */
    tumourHistology: text('tumour_histology'),
  },
  (t) => [
    ...clinicalKeys('observation', t),
    // A patient's findings among thousands of laboratory results.
    index('observation_of_tumour')
      .on(t.patientId)
      .where(
        sql`tumour_grade is not null or tumour_morphology is not null or tumour_histology is not null`,
      ),
  ],
);
