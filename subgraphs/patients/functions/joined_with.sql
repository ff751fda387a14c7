-- The patients who are one person with a patient so far, itself among them.
create or replace function patients.joined_with(whose uuid) returns uuid[]
language sql stable set search_path = pg_catalog, pg_temp as $$
  with linked as (
    select whose as id
    union select l.patient_id from patients.person_link l
      where l.person_id = (select k.person_id from patients.person_link k where k.patient_id = whose)
  )
  select array_agg(distinct x.id) from (
    select id from linked
    union select k.target_id from linked l join patients.identity_claim k on k.patient_id = l.id and k.state in ('WAITING', 'APPROVED')
    union select k.patient_id from linked l join patients.identity_claim k on k.target_id = l.id and k.state in ('WAITING', 'APPROVED')
  ) x
$$;
revoke execute on function patients.joined_with(uuid) from public;
