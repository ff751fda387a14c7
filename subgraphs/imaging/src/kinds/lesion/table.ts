import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { boolean, date, integer, text } from 'drizzle-orm/pg-core';
import { imaging } from '../../schema.ts';

/** Lesions as they were seen, one row a lesion and day. */
export const lesion = imaging.table(
  'lesion',
  {
    ...clinicalColumns(),
    lesion: text('lesion').notNull(),
    role: text('role', { enum: ['TARGET', 'NON_TARGET', 'NEW'] }).notNull(),
    state: text('state', {
      enum: [
        'MEASURED',
        'TOO_SMALL',
        'ABSENT',
        'PRESENT',
        'PROGRESSED',
        'EQUIVOCAL',
        'NOT_EVALUABLE',
      ],
    }).notNull(),
    organSystem: text('organ_system'),
    organCode: text('organ_code'),
    organDisplay: text('organ_display'),
    node: boolean('node').notNull(),
    measuredOn: date('measured_on', { mode: 'string' }),
    measuredPrecision: precision('measured_precision'),
    /** Tenths of a millimetre. */
    tenths: integer('tenths'),
    modality: text('modality'),
    sliceTenths: integer('slice_tenths'),
    studyUid: text('study_uid'),
    seriesUid: text('series_uid'),
    measuredBy: text('measured_by'),
    note: text('note'),
    tumourSourceId: text('tumour_source_id'),
    /** The account that entered it on the page; null where a hospital's system sent it. */
    enteredBy: text('entered_by'),
  },
  (t) => clinicalKeys('lesion', t),
);
