-- What quality indicators are judged by, of patients with a primary of these site groups, with results kept or to be examined. Days are of the
-- national calendar. Runs as the caller, who is to be the owner: pathology, receptors and imaging lie with other subgraphs.
create or replace function patients.indicator_facts(whose uuid[], sites text[], node_codes text[], zone text) returns table (
  patient_id uuid, sex text, born_on date, born_precision text, died_on date, died_precision text, care jsonb, reports jsonb,
  treatments jsonb, biomarkers jsonb, stages jsonb, imaging jsonb, pathology jsonb, nodes jsonb)
language plpgsql stable rows 100 set search_path = pg_catalog, pg_temp as $$
begin
  return query select p.patient_id, p.sex, p.born_on, p.born_precision, p.died_on, p.died_precision,
    coalesce((select jsonb_agg(c.institution_id order by c.institution_id) from basic.care_relationship c
      where c.patient_id = p.patient_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'caseId', d.case_id, 'institutionId', t.institution_id,
        'sourceId', t.source_id, 'siteGroup', coalesce(d.found_site_group, t.site_group), 'topography', t.topography,
        'morphology', coalesce(d.found_morphology, t.morphology), 'basis', t.basis_of_diagnosis, 'behaviour', d.behaviour,
        'age', d.age, 'stage', d.broad_stage, 'stageGroup', d.stage_group, 'stageBasis', d.classification,
        't', d.t, 'n', d.n, 'm', d.m, 'on', t.diagnosed_on, 'precision', t.diagnosed_precision))
      from patients.tumour t left join patients.tumour_at_diagnosis d on d.patient_id = t.patient_id and d.tumour_id = t.id
      where t.patient_id = p.patient_id and t.kind = 'PRIMARY'), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', t.institution_id, 'tumourSourceId', t.tumour_source_id,
        'kind', t.kind, 'system', t.system, 'code', t.code, 'display', t.display, 'drug', t.drug, 'status', t.status,
        'siteSystem', t.body_site_system, 'siteCode', t.body_site_code, 'on', t.started_on, 'precision', t.started_precision))
      from patients.treatment t where t.patient_id = p.patient_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', b.institution_id, 'tumourSourceId', b.tumour_source_id,
        'system', b.system, 'code', b.code, 'display', b.display, 'finding', b.finding, 'on', b.tested_on,
        'precision', b.tested_precision))
      from specimens.biomarker b where b.patient_id = p.patient_id and b.finding in ('positive', 'negative')), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', s.institution_id, 'tumourSourceId', s.tumour_source_id,
        'axis', s.axis, 'classification', s.classification, 'on', s.assessed_on, 'precision', s.assessed_precision))
      from patients.stage s where s.patient_id = p.patient_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('on', (i.started_at at time zone zone)::date, 'modality', m.modality,
        'siteSystem', i.body_site_system, 'siteCode', i.body_site_code))
      from imaging.study i cross join unnest(i.modalities) as m(modality)
      where i.patient_id = p.patient_id and i.started_at is not null), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('status', r.status, 'on', r.reported_on, 'precision', r.reported_precision))
      from specimens.pathology_report r where r.patient_id = p.patient_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', o.institution_id, 'tumourSourceId', o.tumour_source_id,
        'code', o.code, 'value', o.value))
      from patients.observation o where o.patient_id = p.patient_id and o.code = any (node_codes) and o.value is not null
        and o.comparator is null and o.not_final is null), '[]')
  from patients.patient p
  where p.patient_id = any (whose) and (
    exists (select 1 from patients.tumour t left join patients.tumour_at_diagnosis d
        on d.patient_id = t.patient_id and d.tumour_id = t.id
      where t.patient_id = p.patient_id and t.kind = 'PRIMARY'
        and coalesce(d.found_site_group, t.site_group) = any (sites))
    or exists (select 1 from patients.indicator_result k where k.patient_id = p.patient_id)
    or exists (select 1 from patients.indicator_recheck l where l.patient_id = p.patient_id));
end
$$;
revoke execute on function patients.indicator_facts(uuid[], text[], text[], text) from public;
