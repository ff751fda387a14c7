-- What is to be summed up of patients in the care of the session's institution: every institution's reports of them.
create or replace function patients.reports_of(whose uuid[]) returns setof patients.to_be_summarised
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  return query select v.* from patients.to_be_summarised v
  where v.patient_id = any (whose) and exists (select 1 from basic.care_relationship c
    where c.patient_id = v.patient_id and c.institution_id = mine);
end
$$;
revoke execute on function patients.reports_of(uuid[]) from public;
