-- Whether an institution's data managers (null: national ones) may look at a pair: within the institution alone. That a patient has a
-- likely namesake elsewhere is told to nobody but the network's.
create or replace function patients.may_review_pair(mine uuid, low uuid, high uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select basic.audited_patient(mine, low) and basic.audited_patient(mine, high)
    and exists (select 1 from patients.patient p where p.patient_id = low)
    and exists (select 1 from patients.patient p where p.patient_id = high)
$$;
revoke execute on function patients.may_review_pair(uuid, uuid, uuid) from public;
