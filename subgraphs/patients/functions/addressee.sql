-- What names a patient, sealed, as an institution says it, else the latest that anybody says: whom a letter is to. Runs as the caller, who
-- sees the identity by row-level security or is the owner.
create or replace function patients.addressee(of_patient uuid, mine uuid) returns bytea
language sql stable set search_path = pg_catalog, pg_temp as $$
  select i.ciphertext from patients.identity i where i.patient_id = of_patient
  order by (i.institution_id = mine) desc, i.recorded_at desc limit 1
$$;
revoke execute on function patients.addressee(uuid, uuid) from public;
