-- As store_tasks, of patients whose tasks the session may renew.
create or replace function patients.put_tasks(stored jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.task_institution();
begin
  perform patients.store_tasks(coalesce((select jsonb_agg(r.one) from jsonb_array_elements(stored) as r(one)
    where patients.may_renew_tasks((r.one ->> 'patientId')::uuid, mine)), '[]'));
end
$$;
revoke execute on function patients.put_tasks(jsonb) from public;
