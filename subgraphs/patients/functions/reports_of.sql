-- What is to be summed up of patients in the care of the session's institution, or joined or parted by it just now: every
-- institution's reports of them.
create or replace function patients.reports_of(whose uuid[]) returns setof patients.to_be_summarised
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.summing_institution();
begin
  return query select v.* from patients.to_be_summarised v
  where v.patient_id = any (whose) and patients.may_sum_up(v.patient_id, mine);
end
$$;
revoke execute on function patients.reports_of(uuid[]) from public;
