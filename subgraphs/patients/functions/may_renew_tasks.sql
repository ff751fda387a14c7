-- Whether the session may renew a patient's tasks: as for sums, and who works at tasks those of patients in care
-- or referred to its institution. Runs as the caller, who is to be the owner.
create or replace function patients.may_renew_tasks(whose uuid, mine uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select (current_setting('nodp.writes', true) = 'on' or coalesce(current_setting('nodp.tasks', true), '') <> '')
      and exists (select 1 from basic.care_relationship c where c.patient_id = whose and c.institution_id = mine)
    or patients.linked_now(whose, mine)
    or current_setting('nodp.tasks', true) = 'CLINICIAN' and exists (select 1 from basic.referral r
      where r.patient_id = whose and mine in (r.institution_id, r.to_institution_id))
$$;
revoke execute on function patients.may_renew_tasks(uuid, uuid) from public;
