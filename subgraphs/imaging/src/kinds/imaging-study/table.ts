import { clinicalColumns, clinicalKeys } from '@nodp/database/tables';
import { index, integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core';
import { imaging } from '../../schema.ts';

/** A series as its study's row keeps it; the DICOM store will give series rows of their own. */
export interface SeriesColumn {
  readonly uid: string;
  readonly number: number | null;
  readonly modality: string;
  readonly description: string | null;
  readonly bodySite: { system: string | null; code: string | null; display: string | null } | null;
  readonly instanceCount: number;
}

export const study = imaging.table(
  'study',
  {
    ...clinicalColumns(),
    studyInstanceUid: text('study_instance_uid'),
    startedAt: timestamp('started_at', { withTimezone: true, mode: 'string' }),
    description: text('description'),
    /** DICOM modality codes, each once. */
    modalities: text('modalities').array().notNull(),
    bodySiteSystem: text('body_site_system'),
    bodySiteCode: text('body_site_code'),
    bodySiteDisplay: text('body_site_display'),
    seriesCount: integer('series_count').notNull(),
    instanceCount: integer('instance_count').notNull(),
    series: jsonb('series').$type<SeriesColumn[]>().notNull(),
  },
  (t) => [
    ...clinicalKeys('study', t),
    // Finds the study that images are of.
    index('study_by_uid').on(t.studyInstanceUid),
  ],
);
