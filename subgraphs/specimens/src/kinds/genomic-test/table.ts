import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, text } from 'drizzle-orm/pg-core';
import { specimens } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const genomicTest = specimens.table(
  'genomic_test',
  {
    ...clinicalColumns(),
    system: text('system'),
    code: text('code'),
    display: text('display'),
    /** HGNC symbols. */
    genes: text('genes').array().notNull(),
    region: text('region'),
    methodSystem: text('method_system'),
    methodCode: text('method_code'),
    methodDisplay: text('method_display'),
    /** Of the specimen that was tested, by the same institution. */
    specimenSourceId: text('specimen_source_id'),
    testedOn: day('tested_on'),
    testedPrecision: precision('tested_precision'),
    /** Of the tumour that was tested, by the same institution. */
    tumourSourceId: text('tumour_source_id'),
  },
  (t) => clinicalKeys('genomic_test', t),
);
