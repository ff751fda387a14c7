-- What the rules that sum a patient up are given, from the rows. Runs as the caller.
-- A finding that names no tumour is of the only primary that its institution reports of the patient; the latest counts first.
create or replace view patients.to_be_summarised with (security_invoker = true) as
select p.patient_id, p.born_on, p.born_precision,
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'institutionId', t.institution_id, 'sourceId', t.source_id,
      'kind', t.kind, 'siteGroup', t.site_group, 'topography', t.topography, 'morphology', t.morphology,
      'icd10', t.icd10, 'basisOfDiagnosis', t.basis_of_diagnosis, 'laterality', t.laterality, 'grade', t.grade, 'histologySent', t.histology_sent,
      'findings', (select coalesce(jsonb_agg(jsonb_build_object('grade', o.tumour_grade, 'morphology', o.tumour_morphology,
          'histology', o.tumour_histology)
          order by o.at desc, o.source_id), '[]')
        from patients.observation o
        where o.patient_id = t.patient_id and o.institution_id = t.institution_id
          and (o.tumour_grade is not null or o.tumour_morphology is not null or o.tumour_histology is not null)
          and (o.tumour_source_id = t.source_id or o.tumour_source_id is null and t.kind = 'PRIMARY'
            and not exists (select 1 from patients.tumour x where x.patient_id = t.patient_id
              and x.institution_id = t.institution_id and x.kind = 'PRIMARY' and x.id <> t.id))),
      'on', t.diagnosed_on, 'precision', t.diagnosed_precision))
    from patients.tumour t where t.patient_id = p.patient_id), '[]') as tumours,
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'institutionId', s.institution_id, 'sourceId', s.source_id,
      'tumourSourceId', s.tumour_source_id, 'axis', s.axis, 'classification', s.classification, 'value', s.value,
      'on', s.assessed_on, 'precision', s.assessed_precision))
    from patients.stage s where s.patient_id = p.patient_id), '[]') as stages
from patients.patient p;
