import { sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';

const p = sql.placeholder;

export interface StoredInstance {
  readonly sopUid: string;
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly sha256: string;
}

/** The institution's instances under some SOP Instance UIDs. */
export const storedInstances = sqlStatement<StoredInstance>(sql`
  select sop_uid, study_uid, series_uid, sha256 from imaging.dicom_instance
  where institution_id = ${p('institution')}::uuid and sop_uid = any(${p('sops')}::text[])`);

/** Whose some studies are said to be. */
export const studyPatients = sqlStatement<{
  readonly studyUid: string;
  readonly patientHash: string;
}>(sql`
  select study_uid, patient_hash from imaging.dicom_study
  where institution_id = ${p('institution')}::uuid and study_uid = any(${p('studies')}::text[])`);

/** Studies that are not there yet; those that are stay as their first instance said them. */
export const addStudies = sqlStatement<{
  readonly studyUid: string;
  readonly patientHash: string;
}>(sql`
  insert into imaging.dicom_study (institution_id, study_uid, id, patient_hash, born_on, name_hashes, study_day, started_at,
    description, modalities, attributes)
  select ${p('institution')}::uuid, r."studyUid", r.id, r."patientHash", r."bornOn", r."nameHashes", r."studyDay", r."startedAt",
    r.description, array[]::text[], decode(r.attributes, 'base64')
  from jsonb_to_recordset(${p('rows')}::text::jsonb) as r("studyUid" text, id uuid, "patientHash" text, "bornOn" date,
    "nameHashes" text[], "studyDay" text, "startedAt" timestamptz, description text, attributes text)
  order by 2
  on conflict (institution_id, study_uid) do update set study_uid = excluded.study_uid
  returning study_uid, patient_hash`);

export const addSeries = sqlStatement<never>(sql`
  insert into imaging.dicom_series (institution_id, study_uid, series_uid, number, modality, description, body_part, attributes)
  select ${p('institution')}::uuid, r."studyUid", r."seriesUid", r.number, r.modality, r.description, r."bodyPart",
    decode(r.attributes, 'base64')
  from jsonb_to_recordset(${p('rows')}::text::jsonb) as r("studyUid" text, "seriesUid" text, number int, modality text,
    description text, "bodyPart" text, attributes text)
  order by 2, 3
  on conflict do nothing`);

export const addInstances = sqlStatement<{ readonly sopUid: string }>(sql`
  insert into imaging.dicom_instance (institution_id, sop_uid, study_uid, series_uid, sop_class, transfer_syntax, number, frames,
    drawn, sha256, bytes, metadata, account_id)
  select ${p('institution')}::uuid, r."sopUid", r."studyUid", r."seriesUid", r."sopClass", r."transferSyntax", r.number, r.frames,
    r.drawn, r.sha256, r.bytes, decode(r.metadata, 'base64'), ${p('account')}::text
  from jsonb_to_recordset(${p('rows')}::text::jsonb) as r("sopUid" text, "studyUid" text, "seriesUid" text, "sopClass" text,
    "transferSyntax" text, number int, frames int, drawn int, sha256 text, bytes bigint, metadata text)
  order by 2
  on conflict do nothing
  returning sop_uid`);

/** Counts of studies and series again, and the series' metadata stale. */
export const countSeries = sqlStatement<never>(sql`
  update imaging.dicom_series s set version = s.version + 1, instance_count =
    (select count(*) from imaging.dicom_instance i
      where i.institution_id = s.institution_id and i.study_uid = s.study_uid and i.series_uid = s.series_uid)
  from unnest(${p('studies')}::text[], ${p('series')}::text[]) k (study_uid, series_uid)
  where s.institution_id = ${p('institution')}::uuid and s.study_uid = k.study_uid and s.series_uid = k.series_uid`);

export const countStudies = sqlStatement<never>(sql`
  update imaging.dicom_study s set series_count = c.series, instance_count = c.instances, modalities = c.modalities
  from (select study_uid, count(*)::int as series, sum(instance_count)::int as instances,
      array_agg(distinct modality order by modality) as modalities
    from imaging.dicom_series where institution_id = ${p('institution')}::uuid and study_uid = any(${p('studies')}::text[])
    group by study_uid) c
  where s.institution_id = ${p('institution')}::uuid and s.study_uid = c.study_uid`);

export const setAside = sqlStatement<never>(sql`
  insert into imaging.dicom_set_aside (institution_id, id, fault, reason, study_uid, series_uid, sop_class, sop_uid, sha256, bytes,
    stored_sha256, account_id)
  select ${p('institution')}::uuid, r.id, r.fault, r.reason, r."studyUid", r."seriesUid", r."sopClass", r."sopUid", r.sha256,
    r.bytes, r."storedSha256", ${p('account')}::text
  from jsonb_to_recordset(${p('rows')}::text::jsonb) as r(id uuid, fault text, reason text, "studyUid" text, "seriesUid" text,
    "sopClass" text, "sopUid" text, sha256 text, bytes bigint, "storedSha256" text)
  -- What was sent again is set aside once.
  where not exists (select 1 from imaging.dicom_set_aside o where o.institution_id = ${p('institution')}::uuid
    and o.state = 'WAITING' and o.sha256 = r.sha256 and o.fault = r.fault)`);

/** Joins the institution's studies that wait with patients by its own numbers. */
export const joinOwn = sqlStatement<{ readonly joined: number }>(
  sql`select imaging.join_own_dicom() as joined`,
);

/** Patients that some studies are of, for the access audit. */
export const patientsOf = sqlStatement<{ readonly patientId: string }>(sql`
  select distinct patient_id from imaging.dicom_study
  where institution_id = ${p('institution')}::uuid and study_uid = any(${p('studies')}::text[]) and patient_id is not null`);
