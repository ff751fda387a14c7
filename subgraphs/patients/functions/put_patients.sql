-- Demographics: [{"patientId", "sex", "bornOn", "bornPrecision", "residenceCode", "inUse", "contentHash",
-- "submissionId", "createOnly"}]: the sender's own word, of which the patient's row is composed. A record that names no residence
-- takes none back, nor does one that does not know sex or birth. Vital status is composed from what is reported of it
-- (patients.compose_vital_status) and never written here.
create or replace function patients.put_patients(people jsonb)
returns table (patient uuid, created boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
  changed uuid[];
  fresh uuid[];
begin
  with sent as (
    select r.* from jsonb_to_recordset(people) as r("patientId" uuid, sex text, "bornOn" date, "bornPrecision" text,
      "residenceCode" text, "inUse" boolean, "contentHash" text, "submissionId" uuid, "createOnly" boolean)
    where exists (select 1 from basic.care_relationship c where c.patient_id = r."patientId" and c.institution_id = mine)
      and not (r."createOnly" and exists (select 1 from patients.demographics x
        where x.patient_id = r."patientId" and x.institution_id = mine))
  ), registered as (
    insert into patients.patient (patient_id, institution_id, sex, born_on, born_precision, residence_code, vital_status, in_use,
      content_hash, submission_id)
    select s."patientId", mine, s.sex, s."bornOn", s."bornPrecision", s."residenceCode", 'UNKNOWN', coalesce(s."inUse", true),
      s."contentHash", s."submissionId" from sent s
    order by 1 on conflict do nothing
    returning patient_id
  ), said as (
    insert into patients.demographics as d (patient_id, institution_id, sex, born_on, born_precision, residence_code, in_use,
      content_hash, submission_id)
    select s."patientId", mine, s.sex, s."bornOn", s."bornPrecision", s."residenceCode", coalesce(s."inUse", true),
      s."contentHash", s."submissionId" from sent s
    order by 1
    on conflict (patient_id, institution_id) do update set
      sex = case when excluded.sex = 'UNKNOWN' then d.sex else excluded.sex end,
      born_on = coalesce(excluded.born_on, d.born_on),
      born_precision = case when excluded.born_on is null then d.born_precision else excluded.born_precision end,
      residence_code = coalesce(excluded.residence_code, d.residence_code),
      in_use = excluded.in_use, content_hash = excluded.content_hash, submission_id = excluded.submission_id, recorded_at = now()
    where d.content_hash is distinct from excluded.content_hash
    returning d.patient_id
  )
  select (select array_agg(s.patient_id) from said s), (select array_agg(r.patient_id) from registered r) into changed, fresh;
  perform patients.compose_demographics(changed);
  return query select c.id, c.id = any (coalesce(fresh, '{}')) from unnest(changed) as c(id);
end
$$;
revoke execute on function patients.put_patients(jsonb) from public;
