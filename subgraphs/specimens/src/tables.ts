import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, doublePrecision, pgSchema, text } from 'drizzle-orm/pg-core';

const day = (name: string) => date(name, { mode: 'string' });

/** Specimens, pathology and molecular results. */
export const specimens = pgSchema('specimens');

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
    comparator: text('comparator'),
    unit: text('unit'),
    finding: text('finding', { enum: ['positive', 'negative', 'equivocal'] }),
    testedOn: day('tested_on'),
    testedPrecision: precision('tested_precision'),
  },
  (t) => clinicalKeys('biomarker', t),
);
