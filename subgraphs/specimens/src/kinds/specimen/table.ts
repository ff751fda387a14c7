import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, text } from 'drizzle-orm/pg-core';
import { specimens } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const specimen = specimens.table(
  'specimen',
  {
    ...clinicalColumns(),
    accession: text('accession'),
    typeSystem: text('type_system'),
    typeCode: text('type_code'),
    typeDisplay: text('type_display'),
    bodySiteSystem: text('body_site_system'),
    bodySiteCode: text('body_site_code'),
    bodySiteDisplay: text('body_site_display'),
    collectedOn: day('collected_on'),
    collectedPrecision: precision('collected_precision'),
    status: text('status'),
    /** The sender's key of the specimen it was cut or drawn from. */
    parentSourceId: text('parent_source_id'),
  },
  (t) => clinicalKeys('specimen', t),
);
