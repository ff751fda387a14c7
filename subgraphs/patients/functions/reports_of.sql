-- What the rules that sum a patient up are given, from the rows. Reads as whoever asks.
create or replace view patients.to_be_summarised with (security_invoker = true) as
select p.patient_id, p.born_on, p.born_precision,
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'institutionId', t.institution_id, 'sourceId', t.source_id,
      'kind', t.kind, 'siteGroup', t.site_group, 'topography', t.topography, 'morphology', t.morphology,
      'icd10', t.icd10, 'basisOfDiagnosis', t.basis_of_diagnosis, 'laterality', t.laterality, 'on', t.diagnosed_on, 'precision', t.diagnosed_precision))
    from patients.tumour t where t.patient_id = p.patient_id), '[]') as tumours,
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'institutionId', s.institution_id, 'sourceId', s.source_id,
      'tumourSourceId', s.tumour_source_id, 'axis', s.axis, 'classification', s.classification, 'value', s.value,
      'on', s.assessed_on, 'precision', s.assessed_precision))
    from patients.stage s where s.patient_id = p.patient_id), '[]') as stages
from patients.patient p;
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
