-- What the surveillance of patients rests on, by patient: results of these LOINC codes and of total bilirubin, treatments,
-- metastases, statuses of a disease that came back or grew (followup), what became of earlier alerts. Runs as the caller.
create or replace function patients.surveyed(whose uuid[], codes text[]) returns table (
  patient_id uuid, site_group text, tumour jsonb, broad_stage text, died_on date, died_precision text,
  metastases jsonb, treatments jsonb, results jsonb, acted jsonb)
language sql stable rows 100 set search_path = pg_catalog, pg_temp as $$
select p.patient_id, p.leading_site_group,
  (select jsonb_build_object('topography', t.topography, 'morphology', coalesce(d.found_morphology, t.morphology), 'stageGroup', d.stage_group)
    from patients.tumour t left join patients.tumour_at_diagnosis d on d.patient_id = t.patient_id and d.tumour_id = t.id
    where t.patient_id = p.patient_id and t.id = p.leading_tumour_id), p.broad_stage, p.died_on, p.died_precision,
  coalesce((select jsonb_agg(jsonb_build_object('on', t.diagnosed_on, 'precision', t.diagnosed_precision, 'status', false))
    from patients.tumour t where t.patient_id = p.patient_id and t.kind = 'SECONDARY' and t.diagnosed_on is not null), '[]')
    || patients.came_back(p.patient_id),
  coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'system', t.system, 'code', t.code, 'drug', t.drug,
      'status', t.status, 'intent', t.intent_code,
      'startedOn', t.started_on, 'startedPrecision', t.started_precision, 'endedOn', t.ended_on, 'endedPrecision', t.ended_precision))
    from patients.treatment t where t.patient_id = p.patient_id), '[]'),
  coalesce((select jsonb_agg(jsonb_build_object('code', o.code, 'at', o.at, 'value', o.value, 'comparator', o.comparator,
      'unit', o.unit, 'normalValue', o.normal_value, 'normalUnit', o.normal_unit, 'high', o.reference_high,
      'laboratory', i.code, 'text', o.value_text) order by o.at, o.id)
    from patients.observation o left join basic.institution i on i.id = o.institution_id
    where o.patient_id = p.patient_id and o.code = any (codes) and o.not_final is null
      and (o.value is not null or o.code = '72166-2')), '[]'),
  coalesce((select jsonb_agg(jsonb_build_object('marker', a.marker, 'state', a.state, 'upTo', a.last_on))
    from patients.recurrence_alert a
    where a.patient_id = p.patient_id and a.state in ('CONFIRMED', 'EXPLAINED', 'DISMISSED')), '[]')
from patients.patient p where p.patient_id = any (whose)
$$;
