-- As store_stage_findings, of patients in the care of the session's institution, or joined or parted by it just now.
create or replace function patients.put_stage_findings(checked jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.summing_institution();
begin
  perform patients.store_stage_findings(coalesce((select jsonb_agg(r.one) from jsonb_array_elements(checked) as r(one)
    where patients.may_sum_up((r.one ->> 'patientId')::uuid, mine)), '[]'));
end
$$;
revoke execute on function patients.put_stage_findings(jsonb) from public;
