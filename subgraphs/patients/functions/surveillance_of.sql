-- As surveyed, of patients in the care of the session's institution: every institution's records of them.
create or replace function patients.surveillance_of(whose uuid[], codes text[]) returns table (
  patient_id uuid, site_group text, tumour jsonb, broad_stage text, died_on date, died_precision text,
  metastases jsonb, treatments jsonb, results jsonb, acted jsonb)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  return query select s.* from patients.surveyed(array(
    select c.patient_id from basic.care_relationship c where c.patient_id = any (whose) and c.institution_id = mine), codes) s;
end
$$;
revoke execute on function patients.surveillance_of(uuid[], text[]) from public;
