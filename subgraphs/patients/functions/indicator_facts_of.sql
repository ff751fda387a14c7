-- As indicator_facts, of patients in the care of the session's institution, or joined or parted by it just now.
create or replace function patients.indicator_facts_of(whose uuid[], sites text[], node_codes text[], zone text) returns table (
  patient_id uuid, sex text, born_on date, born_precision text, died_on date, died_precision text, care jsonb, reports jsonb,
  treatments jsonb, biomarkers jsonb, stages jsonb, imaging jsonb, pathology jsonb, nodes jsonb)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.task_institution();
begin
  return query select f.* from patients.indicator_facts(array(
    select w.one from unnest(whose) as w(one) where patients.may_renew_tasks(w.one, mine)), sites, node_codes, zone) f;
end
$$;
revoke execute on function patients.indicator_facts_of(uuid[], text[], text[], text) from public;
