import { applicationRole, inCare, ownInstitution } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  doublePrecision,
  index,
  integer,
  pgPolicy,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { imaging } from '../schema.ts';

/** In the care of the session's institution itself: access in an emergency reads, and enters nothing. */
const treated = sql.raw(
  `exists (select 1 from basic.care_relationship c where c.patient_id = "image_measurement".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid))`,
);

/**
 * What clinicians measured on images: who, when, on which image, and whether its pixels have a size in the patient. Versions are
 * added and never changed; the latest of a measurement holds, one that withdraws it leaves none.
 */
export const imageMeasurement = imaging.table(
  'image_measurement',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    /** The same for all versions of one measurement. */
    measurementId: uuid('measurement_id').notNull(),
    /** Where the account works. */
    institutionId: uuid('institution_id').notNull(),
    change: text('change', { enum: ['ENTERED', 'WITHDRAWN'] }).notNull(),
    studyUid: text('study_uid').notNull(),
    seriesUid: text('series_uid').notNull(),
    sopUid: text('sop_uid').notNull(),
    frame: integer('frame').notNull(),
    kind: text('kind', { enum: ['LENGTH', 'BIDIRECTIONAL', 'ELLIPSE'] }).notNull(),
    /** Column and row of each point in pixels, as Graphic Data of PS3.3 C.18.6: 0, 0 is the corner of the first pixel. */
    points: doublePrecision('points').array().notNull(),
    calibration: text('calibration', { enum: ['PATIENT', 'DETECTOR', 'NONE'] }).notNull(),
    /** Length, or the long axis, in mm; null where pixels have no size. */
    longMm: doublePrecision('long_mm'),
    /** The short axis in mm, of what has two. */
    shortMm: doublePrecision('short_mm'),
    /** mm², of regions. */
    areaMm2: doublePrecision('area_mm2'),
    /** Of the pixels of a region, in the units of the image (CT: HU). */
    mean: doublePrecision('mean'),
    deviation: doublePrecision('deviation'),
    /** The middle in the patient's coordinates (mm); null where the image has no place in the patient. */
    centre: doublePrecision('centre').array(),
    /** Name of the lesion that it is of; null where it is of none. */
    lesion: text('lesion'),
    /** The lesion on its day, as it was entered. */
    lesionId: uuid('lesion_id'),
    /** SOP Instance UID of the structured report. */
    reportUid: text('report_uid').notNull(),
    enteredBy: text('entered_by').notNull(),
    enteredAt: timestamp('entered_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    index('image_measurement_versions').on(t.patientId, t.measurementId, t.enteredAt),
    pgPolicy('read_in_care', {
      for: 'select',
      to: applicationRole,
      using: inCare('image_measurement'),
    }),
    pgPolicy('enter_in_care', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql`(select current_setting('nodp.identified', true)) = 'on' and ${treated} and entered_by = (select current_setting('nodp.account', true)) and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
    }),
    // Of an institution's system, whose submission says that two of its patients are one: rows move with the patient.
    pgPolicy('insert_own', { for: 'insert', to: applicationRole, withCheck: ownInstitution }),
    pgPolicy('delete_own', { for: 'delete', to: applicationRole, using: ownInstitution }),
  ],
);
