-- Whether an institution's auditors (null: the network's) may ask who looked at a patient.
create or replace function basic.audited_patient(mine uuid, of_patient uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select mine is null or exists (select 1 from basic.care_relationship c
    where c.patient_id = of_patient and c.institution_id = mine)
$$;
revoke execute on function basic.audited_patient(uuid, uuid) from public;
