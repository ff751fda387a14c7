-- The patients who are known to be these donors, gave to these specimens, or to what lies aside for these requests: for the audit of what
-- is done with them. The biobank itself reads no name.
create or replace function specimens.patients_meant(asked uuid[]) returns table (patient_id uuid)
language sql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
  with meant (id) as (
    select unnest(asked)
    union
    select l.specimen_id from specimens.request_line l where l.request_id = any (asked)),
  donors (id) as (
    select unnest(asked)
    union
    select d.donor_id from specimens.donors_of((select array_agg(m.id) from meant m)) d)
  select distinct d.patient_id from specimens.bank_donor d join donors using (id) where d.patient_id is not null
$$;
revoke execute on function specimens.patients_meant(uuid[]) from public;
