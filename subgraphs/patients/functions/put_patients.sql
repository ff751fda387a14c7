-- Demographics: [{"patientId", "sex", "bornOn", "bornPrecision", "residenceCode", "inUse", "contentHash",
-- "submissionId", "createOnly", "deletes"}]: the sender's own word, of which the patient's row is composed. A record that names no residence
-- takes none back, nor does one that does not know sex or birth, unless it deletes them. Vital status is composed from what is reported of it
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
      "residenceCode" text, "inUse" boolean, "contentHash" text, "submissionId" uuid, "createOnly" boolean, deletes text[])
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
      (sex, born_on, born_precision, residence_code) = (
        select case when s.sex = 'UNKNOWN' and not 'sex' = any (s.gone) then d.sex else s.sex end,
          case when s."bornOn" is null and not 'born' = any (s.gone) then d.born_on else s."bornOn" end,
          case when s."bornOn" is null and not 'born' = any (s.gone) then d.born_precision else s."bornPrecision" end,
          case when s."residenceCode" is null and not 'address' = any (s.gone) then d.residence_code else s."residenceCode" end
        from (select x.*, coalesce(x.deletes, '{}') as gone from sent x) s where s."patientId" = d.patient_id),
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
