-- Joins studies of images that wait with their patients: by the institution's own number of the patient (its keyed hash), or by an
-- ImagingStudy of the institution with the same UID; never by a name. Where the days of birth differ, or the two ways name two
-- patients, the study goes on waiting. Null joins every institution's. Runs as the caller, who is to be the owner.
create or replace function imaging.join_dicom(of_institution uuid) returns integer
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  joined integer;
begin
  with waiting as (
    select w.institution_id, w.study_uid, w.patient_hash, w.born_on from imaging.dicom_study w
    where w.patient_id is null and (of_institution is null or w.institution_id = of_institution)
  ), found as (
    select w.institution_id, w.study_uid, i.patient_id
    from waiting w
    join patients.listed l on l.institution_id = w.institution_id and l.keys @> array[w.patient_hash, w.institution_id::text]
    join patients.identity i on i.patient_id = l.patient_id and i.institution_id = w.institution_id
      and i.number_hashes @> array[w.patient_hash]
    left join patients.demographics d on d.patient_id = i.patient_id and d.institution_id = w.institution_id
    where w.patient_hash <> ''
      and (w.born_on is null or d.born_on is null or d.born_precision is distinct from 'day' or d.born_on = w.born_on)
    union
    select w.institution_id, w.study_uid, s.patient_id
    from waiting w
    join imaging.study s on s.institution_id = w.institution_id and s.study_instance_uid = w.study_uid
  ), one as (
    select f.institution_id, f.study_uid, (array_agg(f.patient_id))[1] as patient_id
    from found f group by f.institution_id, f.study_uid having count(*) = 1
  )
  update imaging.dicom_study d set patient_id = o.patient_id
  from one o where d.institution_id = o.institution_id and d.study_uid = o.study_uid and d.patient_id is null;
  get diagnostics joined = row_count;
  return joined;
end
$$;
revoke execute on function imaging.join_dicom(uuid) from public, nodp_app;
