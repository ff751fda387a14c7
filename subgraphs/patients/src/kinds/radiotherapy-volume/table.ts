import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, doublePrecision, integer, jsonb, text } from 'drizzle-orm/pg-core';
import { patients } from '../../schema.ts';
import type { Interruption } from './record.ts';

const day = (name: string) => date(name, { mode: 'string' });

/** Volumes of courses of radiotherapy with the dose each was given. */
export const radiotherapyVolume = patients.table(
  'radiotherapy_volume',
  {
    ...clinicalColumns(),
    /** The course's key, as `treatment.source_id` of the same institution. */
    courseSourceId: text('course_source_id').notNull(),
    label: text('label'),
    volumeTypeSystem: text('volume_type_system'),
    volumeTypeCode: text('volume_type_code'),
    volumeTypeDisplay: text('volume_type_display'),
    siteSystem: text('site_system'),
    siteCode: text('site_code'),
    siteDisplay: text('site_display'),
    deliveredCentigray: doublePrecision('delivered_centigray'),
    plannedCentigray: doublePrecision('planned_centigray'),
    fractionsDelivered: integer('fractions_delivered'),
    fractionsPlanned: integer('fractions_planned'),
    fractionsPerDay: integer('fractions_per_day'),
    startedOn: day('started_on'),
    startedPrecision: precision('started_precision'),
    endedOn: day('ended_on'),
    endedPrecision: precision('ended_precision'),
    interruptions: jsonb('interruptions').$type<readonly Interruption[]>().notNull(),
    lesions: text('lesions').array().notNull(),
    status: text('status').notNull(),
  },
  (t) => clinicalKeys('radiotherapy_volume', t),
);
