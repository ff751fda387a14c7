-- What the check of stages is given, by patient: birth, tumours with what pathologists found of them, stages and categories,
-- treatments, results of these LOINC codes, and results of p16. Runs as the caller.
create or replace function patients.stages_to_check(whose uuid[], codes text[]) returns table (
  patient_id uuid, born_on date, born_precision text, tumours jsonb, stages jsonb, treatments jsonb, observations jsonb, p16 jsonb)
language sql stable rows 100 set search_path = pg_catalog, pg_temp as $$
select p.patient_id, p.born_on, p.born_precision,
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'institutionId', t.institution_id, 'sourceId', t.source_id,
      'relatedSourceId', t.related_source_id, 'kind', t.kind, 'siteGroup', t.site_group, 'topography', t.topography,
      'morphology', t.morphology, 'icd10', t.icd10, 'basisOfDiagnosis', t.basis_of_diagnosis, 'laterality', t.laterality,
      'grade', t.grade, 'sentSystem', t.sent_system, 'sentCode', t.sent_code, 'diagnosedOn', t.diagnosed_on,
      'diagnosedPrecision', t.diagnosed_precision, 'foundMorphology', d.found_morphology, 'foundGrade', d.found_grade,
      'foundSiteGroup', d.found_site_group) order by t.kind, t.diagnosed_on, t.id)
    from patients.tumour t left join patients.tumour_at_diagnosis d on d.patient_id = t.patient_id and d.tumour_id = t.id
    where t.patient_id = p.patient_id), '[]'),
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'institutionId', s.institution_id, 'sourceId', s.source_id,
      'sourceType', s.source_type, 'submissionId', s.submission_id, 'tumourSourceId', s.tumour_source_id, 'axis', s.axis,
      'classification', s.classification, 'value', s.value, 'system', s.system, 'assessedOn', s.assessed_on,
      'assessedPrecision', s.assessed_precision) order by s.assessed_on, s.axis, s.id)
    from patients.stage s where s.patient_id = p.patient_id), '[]'),
  coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'startedOn', t.started_on,
      'startedPrecision', t.started_precision, 'tumourSourceId', t.tumour_source_id, 'institutionId', t.institution_id))
    from patients.treatment t where t.patient_id = p.patient_id), '[]'),
  coalesce((select jsonb_agg(jsonb_build_object('code', o.code, 'at', o.at, 'value', o.value, 'unit', o.unit,
      'normalValue', o.normal_value, 'referenceHigh', o.reference_high, 'comparator', o.comparator, 'notFinal', o.not_final) order by o.at, o.id)
    from patients.observation o where o.patient_id = p.patient_id and o.code = any (codes)), '[]'),
  coalesce((select jsonb_agg(jsonb_build_object('institutionId', b.institution_id, 'tumourSourceId', b.tumour_source_id, 'code', b.code,
      'display', b.display, 'finding', b.finding, 'value', b.value, 'unit', b.unit, 'comparator', b.comparator,
      'testedOn', b.tested_on, 'testedPrecision', b.tested_precision))
    from patients.p16_of(array[p.patient_id]) b), '[]')
from patients.patient p where p.patient_id = any (whose)
$$;
