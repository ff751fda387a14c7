import { type Statement, sqlStatement } from '@nodp/database';
import { type Shown, shownOf } from '@nodp/database/tables';
import { recordByKey, rowsByPatient } from '@nodp/graph';
import { type SQL, sql } from 'drizzle-orm';
import { type SeriesColumn, study } from './table.ts';

/** A study as a hospital's system said it, as its images say it, or both: one study by its UID. */
export type StudyRow = Shown<typeof study> & {
  /** Series of which images are held here, with how many. */
  readonly held: SeriesColumn[];
};

const heldSeries = sql`
  select coalesce(jsonb_agg(jsonb_build_object('uid', r.series_uid, 'number', r.number, 'modality', r.modality,
      'description', r.description, 'bodySite', case when r.body_part is not null
        then jsonb_build_object('system', null, 'code', null, 'display', r.body_part) end,
      'instanceCount', r.instance_count) order by r.number, r.series_uid), '[]') as held
  from imaging.dicom_series r`;

/** The studies of some patients, of which images come without an ImagingStudy as well as with one. */
const studiesOf = (patients: SQL) => sql`
  select ${shownOf(study, 's')}, h.held
  from ${study} s cross join lateral (${heldSeries}
    where r.institution_id = s.institution_id and r.study_uid = s.study_instance_uid) h
  where s.patient_id = any(${patients})
  union all
  select d.patient_id, d.id, d.institution_id, 'DICOM', d.study_uid, d.study_uid, d.started_at, d.description, d.modalities,
    null, null, null, d.series_count, d.instance_count, h.held, h.held
  from imaging.dicom_study d cross join lateral (${heldSeries}
    where r.institution_id = d.institution_id and r.study_uid = d.study_uid) h
  where d.patient_id = any(${patients}) and not exists (select 1 from ${study} s
    where s.patient_id = d.patient_id and s.institution_id = d.institution_id and s.study_instance_uid = d.study_uid)`;

const all: Statement<StudyRow> = sqlStatement(sql`
  select * from (${studiesOf(sql`${sql.placeholder('ids')}`)}) as one order by started_at desc nulls last, id`);

/** Latest first. */
export const studyRows = rowsByPatient(all);

const byKey: Statement<StudyRow> = sqlStatement(sql`
  select one.* from (${studiesOf(sql`${sql.placeholder('patients')}`)}) as one
  join unnest(${sql.placeholder('patients')}::uuid[], ${sql.placeholder('ids')}::uuid[]) k (patient_id, id) using (patient_id, id)`);

/** Single studies, by patient and id. */
export const studyRow = recordByKey(byKey);
