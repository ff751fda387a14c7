-- Demographics: [{"patientId", "sex", "bornOn", "bornPrecision", "residenceCode", "inUse", "contentHash",
-- "submissionId", "createOnly"}]. A record that names no residence takes none back. Vital status is composed from what is reported
-- of it (patients.compose_vital_status) and never written here.
-- Sex and birth are those of the institution that registered the person; another one's word fills only what is not known.
create or replace function patients.put_patients(people jsonb)
returns table (patient uuid, created boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  return query
  insert into patients.patient as p (patient_id, institution_id, sex, born_on, born_precision, residence_code,
    vital_status, in_use, content_hash, submission_id)
  select r."patientId", mine, r.sex, r."bornOn", r."bornPrecision", r."residenceCode",
    'UNKNOWN', coalesce(r."inUse", true), r."contentHash", r."submissionId"
  from jsonb_to_recordset(people) as r("patientId" uuid, sex text, "bornOn" date, "bornPrecision" text,
    "residenceCode" text, "inUse" boolean, "contentHash" text, "submissionId" uuid, "createOnly" boolean)
  where exists (select 1 from basic.care_relationship c
      where c.patient_id = r."patientId" and c.institution_id = mine)
    and not (r."createOnly" and exists (select 1 from patients.patient x where x.patient_id = r."patientId"))
  order by 1
  on conflict (patient_id) do update set
    sex = case when excluded.sex = 'UNKNOWN' or (p.institution_id <> mine and p.sex <> 'UNKNOWN') then p.sex
      else excluded.sex end,
    born_on = case when excluded.born_on is null or (p.institution_id <> mine and p.born_on is not null) then p.born_on
      else excluded.born_on end,
    born_precision = case when excluded.born_on is null or (p.institution_id <> mine and p.born_on is not null)
      then p.born_precision else excluded.born_precision end,
    residence_code = coalesce(excluded.residence_code, p.residence_code),
    in_use = excluded.in_use,
    content_hash = excluded.content_hash,
    submission_id = excluded.submission_id,
    recorded_at = now()
  where p.content_hash is distinct from excluded.content_hash
  returning p.patient_id, p.xmax = 0;
end
$$;
revoke execute on function patients.put_patients(jsonb) from public;
