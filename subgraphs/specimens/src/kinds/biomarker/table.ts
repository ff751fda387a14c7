import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, doublePrecision, text } from 'drizzle-orm/pg-core';
import { specimens } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const biomarker = specimens.table(
  'biomarker',
  {
    ...clinicalColumns(),
    system: text('system'),
    code: text('code'),
    display: text('display'),
    resultSystem: text('result_system'),
    resultCode: text('result_code'),
    resultDisplay: text('result_display'),
    value: doublePrecision('value'),
    /** The number as it was written where a number would lose it: 1.10. */
    digits: text('digits'),
    comparator: text('comparator'),
    unit: text('unit'),
    finding: text('finding', { enum: ['positive', 'negative', 'equivocal'] }),
    testedOn: day('tested_on'),
    testedPrecision: precision('tested_precision'),
    /** Of the tumour that was tested, by the same institution. */
    tumourSourceId: text('tumour_source_id'),
  },
  (t) => clinicalKeys('biomarker', t),
);
