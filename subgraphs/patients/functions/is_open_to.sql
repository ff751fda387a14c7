-- Whether a record is an institution's to read: it is in its care, or in nobody else's.
create or replace function patients.is_open_to(whose uuid, mine uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from basic.care_relationship c where c.patient_id = whose and c.institution_id = mine)
    or not exists (select 1 from basic.care_relationship c where c.patient_id = whose)
$$;
revoke execute on function patients.is_open_to(uuid, uuid) from public;
