-- Keeps under which keyed hashes an institution's patients are met by others, and finds whom they may be: every institution's sealed words
-- of up to `most` patients each that share one. For intake, which compares them and answers nothing of it to anybody.
-- people: [{"patientId", "keys": [bigint], "written", "sound", "identityHash", "version"}].
create or replace function patients.find_candidates(people jsonb, most integer)
returns table (of_patient uuid, patient_id uuid, ciphertext bytea, sex text, born_on date, born_precision text)
language plpgsql security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  insert into patients.match_key as k (patient_id, institution_id, keys, written, sound, identity_hash, version)
  select r."patientId", mine, r.keys, r.written, r.sound, r."identityHash", r.version
  from jsonb_to_recordset(people) as r("patientId" uuid, keys bigint[], written bigint, sound bigint, "identityHash" text, version smallint)
  where exists (select 1 from basic.care_relationship c where c.patient_id = r."patientId" and c.institution_id = mine)
  order by 1
  on conflict on constraint match_key_patient_id_institution_id_pk do update set keys = excluded.keys, written = excluded.written,
    sound = excluded.sound, identity_hash = excluded.identity_hash, version = excluded.version
  where (k.keys, k.identity_hash, k.version) is distinct from (excluded.keys, excluded.identity_hash, excluded.version);

  return query
  select f.of_patient, f.id, i.ciphertext, d.sex, d.born_on, d.born_precision
  from (
    select r."patientId" as of_patient, n.id
    from (select r."patientId", array_agg(distinct x.key) as keys
      from jsonb_to_recordset(people) as r("patientId" uuid, keys bigint[]) cross join lateral unnest(r.keys) as x(key)
      group by r."patientId") r
    -- A patient has a row an institution. What ends here is the reading: to tell apart all who share a key would read thousands.
    cross join lateral (select distinct w.id from (select m.patient_id as id from patients.match_key m
      where m.keys && r.keys and m.patient_id <> r."patientId" limit 4 * most) w limit most) n
  ) f
  join patients.identity i on i.patient_id = f.id
  join patients.demographics d on d.patient_id = i.patient_id and d.institution_id = i.institution_id;
end
$$;
revoke execute on function patients.find_candidates(jsonb, integer) from public;
