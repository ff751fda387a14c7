-- Keeps under which keyed hashes an institution's patients are met by others, and finds whom they may be: every institution's sealed words
-- of up to `most` patients each that share one. For intake, which compares them and answers nothing of it to anybody.
-- people: [{"patientId", "keys": [bigint], "written", "sound", "identityHash", "version"}].
create or replace function patients.find_candidates(people jsonb, most integer)
returns table (of_patient uuid, patient_id uuid, ciphertext bytea, sex text, born_on date, born_precision text)
language plpgsql security definer rows 100 set search_path = pg_catalog, pg_temp
-- A limit makes the planner think that reading the table is soon over; for a key that few have it never is.
set enable_seqscan = off as $$
declare
  mine uuid := patients.writing_institution();
  -- As where the whole pool is matched: a key that more patients share is of a value that says nothing.
  largest constant integer := 500;
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
  with wanted as (
    select distinct r."patientId" as of_patient, x.key
    from jsonb_to_recordset(people) as r("patientId" uuid, keys bigint[]) cross join lateral unnest(r.keys) as x(key)
  ), met as materialized (
    -- Each key is read once for all, and no further than tells that it says nothing. A patient has a row an institution.
    select w.key, m.patient_id as id
    from (select distinct w.key from wanted w) w
    cross join lateral (select m.patient_id from patients.match_key m where m.keys @> array[w.key] limit 4 * largest) m
  ), telling as (
    select m.key from met m group by m.key having count(*) < 4 * largest and count(distinct m.id) <= largest
  ), ranked as (
    select w.of_patient, m.id, row_number() over (partition by w.of_patient order by count(distinct w.key) desc, m.id) as place
    from wanted w join telling t on t.key = w.key join met m on m.key = w.key
    where m.id <> w.of_patient group by w.of_patient, m.id
  )
  -- Who is a candidate of several is told whole of the first alone.
  select f.of_patient, f.id, case when f.is_first then i.ciphertext end,
    d.sex, d.born_on, d.born_precision
  from (select k.of_patient, k.id, k.of_patient = first_value(k.of_patient) over (partition by k.id order by k.of_patient) as is_first
    from ranked k where k.place <= most) f
  join patients.identity i on i.patient_id = f.id
  join patients.demographics d on d.patient_id = i.patient_id and d.institution_id = i.institution_id;
end
$$;
revoke execute on function patients.find_candidates(jsonb, integer) from public;
