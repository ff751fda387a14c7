-- As stages_to_check, of patients in the care of the session's institution, or joined or parted by it just now: every
-- institution's records of them.
create or replace function patients.stages_to_check_of(whose uuid[], codes text[]) returns table (
  patient_id uuid, born_on date, born_precision text, tumours jsonb, stages jsonb, treatments jsonb, observations jsonb, p16 jsonb)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.summing_institution();
begin
  return query select s.* from patients.stages_to_check(array(
    select w.one from unnest(whose) as w(one) where patients.may_sum_up(w.one, mine)), codes) s;
end
$$;
revoke execute on function patients.stages_to_check_of(uuid[], text[]) from public;
