-- As store_alerts, of patients in the care of the session's institution.
create or replace function patients.put_alerts(surveyed jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  perform patients.store_alerts(coalesce((select jsonb_agg(r.one) from jsonb_array_elements(surveyed) as r(one)
    where exists (select 1 from basic.care_relationship c
      where c.patient_id = (r.one ->> 'patientId')::uuid and c.institution_id = mine)), '[]'));
end
$$;
revoke execute on function patients.put_alerts(jsonb) from public;
