-- The one rule by which a patient's vital status, date and cause of death follow from what institutions reported
-- (patients.vital_status_report). A reported death stands until the institution that reported it withdraws or
-- corrects that report: another institution's, or another record's, word that the patient lives undoes nothing.
--   vital status  DEAD while a death stands; else ALIVE where somebody said so or met the patient; else UNKNOWN.
--   date          of the standing deaths the one known most precisely, of equally precise ones the latest reported.
--   cause         of the standing deaths that name one the latest reported.
-- Touches the patients given that are in the care of the session's institution.
create or replace function patients.compose_vital_status(whose uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  perform patients.compose_vital(array(select c.patient_id from basic.care_relationship c
    where c.patient_id = any (whose) and c.institution_id = mine));
end
$$;
revoke execute on function patients.compose_vital_status(uuid[]) from public;
