-- What the rules that sum a patient up are given, from the rows. Runs as the caller.
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
