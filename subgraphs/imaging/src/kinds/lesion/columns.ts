import { precision } from '@nodp/database/tables';
import { boolean, date, integer, text } from 'drizzle-orm/pg-core';

/** What is said of a lesion on a day, by who sent it and by who entered it alike. */
export const lesionColumns = () => ({
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
  /** Where in the organ, in words. */
  site: text('site'),
  node: boolean('node').notNull(),
  /** Where it lies against what was irradiated, as recorded against the plan. */
  fieldPosition: text('field_position', { enum: ['IN_FIELD', 'MARGINAL', 'OUTSIDE'] }),
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
});
