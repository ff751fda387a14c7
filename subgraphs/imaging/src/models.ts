import type { Shown } from '@nodp/database/tables';
import type { SeriesColumn, study } from './tables.ts';

/** A patient is known by its id; every list of it passes a loader that audits. */
export interface PatientModel {
  readonly patientId: string;
}

export type ImagingStudyModel = Shown<typeof study>;
export type ImagingSeriesModel = SeriesColumn;
