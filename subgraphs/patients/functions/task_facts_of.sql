-- As task_facts, of patients in the care of the session's institution, or joined or parted by it just now.
create or replace function patients.task_facts_of(whose uuid[], codes text[], critical_codes text[], zone text) returns table (
  patient_id uuid, site_group text, tumour jsonb, broad_stage text, died_on date, died_precision text,
  metastases jsonb, treatments jsonb, results jsonb, acted jsonb, dead boolean, care jsonb, alerts jsonb, findings jsonb,
  contacts jsonb, attempts jsonb, symptoms jsonb, board jsonb, imaging jsonb, visits jsonb, procedures jsonb, screening jsonb,
  tumours jsonb, critical jsonb, unmet jsonb, held jsonb, referrals jsonb)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.task_institution();
begin
  return query select f.* from patients.task_facts(array(
    select w.one from unnest(whose) as w(one) where patients.may_renew_tasks(w.one, mine)), codes, critical_codes, zone) f;
end
$$;
revoke execute on function patients.task_facts_of(uuid[], text[], text[], text) from public;
