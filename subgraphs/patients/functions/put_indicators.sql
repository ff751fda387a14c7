-- As store_indicators, of patients whose records the session writes.
create or replace function patients.put_indicators(stored jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.task_institution();
begin
  perform patients.store_indicators(coalesce((select jsonb_agg(r.one) from jsonb_array_elements(stored) as r(one)
    where patients.may_renew_tasks((r.one ->> 'patientId')::uuid, mine)), '[]'));
end
$$;
revoke execute on function patients.put_indicators(jsonb) from public;
