-- What the kinds of tasks ask of patients: what surveillance rests on, what is open, what edits hold, contacts, imaging, referrals. Days are of the national
-- calendar. Runs as the caller, who is to be the owner: contacts and imaging lie with other subgraphs.
create or replace function patients.task_facts(whose uuid[], codes text[], critical_codes text[], zone text) returns table (
  patient_id uuid, site_group text, tumour jsonb, broad_stage text, died_on date, died_precision text,
  metastases jsonb, treatments jsonb, results jsonb, acted jsonb, dead boolean, care jsonb, alerts jsonb, findings jsonb,
  contacts jsonb, attempts jsonb, symptoms jsonb, board jsonb, imaging jsonb, visits jsonb, procedures jsonb, screening jsonb,
  tumours jsonb, critical jsonb, unmet jsonb, held jsonb, referrals jsonb)
language plpgsql stable rows 100 set search_path = pg_catalog, pg_temp as $$
begin
  return query select s.*, p.vital_status = 'DEAD',
    coalesce((select jsonb_agg(c.institution_id order by c.institution_id) from basic.care_relationship c
      where c.patient_id = s.patient_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'ruleId', a.rule_id, 'ruleVersion', a.rule_version,
        'raisedOn', (a.raised_at at time zone zone)::date, 'explanation', a.explanation))
      from patients.recurrence_alert a where a.patient_id = s.patient_id and a.state = 'OPEN'), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', f.institution_id, 'findingKey', f.finding_key, 'code', f.code,
        'ruleVersion', f.rule_version, 'foundOn', (f.found_at at time zone zone)::date, 'sentence', f.sentence))
      from patients.stage_finding f where f.patient_id = s.patient_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'institutionId', c.institution_id, 'status', c.status,
        'on', (c.at at time zone zone)::date, 'what', c.display))
      from followup.contact c where c.patient_id = s.patient_id and c.at is not null and not exists (
        select 1 from followup.contact_outcome o where o.patient_id = c.patient_id and o.institution_id = c.institution_id
          and o.contact = c.source_id and o.taken_back_at is null)), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', t.institution_id, 'result', t.result,
        'on', (select max(a.at at time zone zone)::date from patients.task_act a
          where a.patient_id = t.patient_id and a.task_id = t.id and a.act = 'DONE')))
      from patients.task t where t.patient_id = s.patient_id and t.state = 'DONE'
        and t.kind = 'LOST_TO_FOLLOW_UP' and t.result = 'FOUND_ALIVE'), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'institutionId', q.institution_id, 'term', a.term, 'because', a.because,
        'grade', a.grade, 'fromGrade', a.from_grade, 'ruleVersion', a.rule_version, 'raisedOn', (a.raised_at at time zone zone)::date))
      from followup.symptom_alert a join followup.questionnaire q on q.patient_id = a.patient_id and q.id = a.questionnaire_id
      where a.patient_id = s.patient_id and a.state = 'OPEN'), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'institutionId', b.institution_id, 'meeting', m.name, 'meetingOn', m.held_on,
        'cancelled', m.cancelled, 'question', b.question, 'decided', (
          select jsonb_build_object('version', d.version, 'decision', d.decision, 'on', d.decided_on, 'dueOn', d.due_on, 'ended', exists (
            select 1 from patients.board_outcome o where o.patient_id = d.patient_id and o.case_id = d.case_id and o.version = d.version))
          from patients.board_decision d where d.patient_id = b.patient_id and d.case_id = b.id order by d.version desc limit 1)))
      from patients.board_case b join patients.board_meeting m on m.institution_id = b.institution_id and m.id = b.meeting_id
      where b.patient_id = s.patient_id and b.withdrawn_at is null), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('on', (i.started_at at time zone zone)::date, 'modality', m.modality))
      from imaging.study i cross join unnest(i.modalities) as m(modality)
      where i.patient_id = s.patient_id and i.started_at is not null), '[]'),
    coalesce((select jsonb_agg((e.started_at at time zone zone)::date)
      from patients.encounter e where e.patient_id = s.patient_id and e.started_at is not null), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('on', t.started_on, 'words', concat_ws(' ', t.code, t.display)))
      from patients.treatment t where t.patient_id = s.patient_id and t.kind = 'OTHER' and t.started_on is not null), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', r.institution_id, 'programme', r.programme, 'invitedOn', r.invited_on,
        'invitedPrecision', r.invited_precision, 'declinedOn', r.declined_on, 'declinedPrecision', r.declined_precision,
        'testedOn', r.tested_on, 'testedPrecision', r.tested_precision, 'test', r.test, 'result', r.result) order by r.id)
      from followup.screening r where r.patient_id = s.patient_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('siteGroup', coalesce(d.found_site_group, t.site_group), 'behaviour', d.behaviour,
        'broadStage', d.broad_stage, 'on', t.diagnosed_on, 'precision', t.diagnosed_precision))
      from patients.tumour t join patients.tumour_at_diagnosis d on d.patient_id = t.patient_id and d.tumour_id = t.id
      where t.patient_id = s.patient_id and t.kind = 'PRIMARY'
        and exists (select 1 from followup.screening r where r.patient_id = s.patient_id)), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'institutionId', o.institution_id, 'on', (o.at at time zone zone)::date,
        'code', o.code, 'value', o.normal_value, 'comparator', o.comparator, 'unit', o.normal_unit) order by o.at, o.id)
      from patients.observation o where o.patient_id = s.patient_id and o.code = any (critical_codes) and o.not_final is null
        and o.normal_value is not null and o.normal_unit is not null and o.at > now() - interval '33 days'), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', i.institution_id, 'tumourId', i.tumour_id, 'code', i.code,
        'diagnosedOn', i.diagnosed_on)) from patients.indicator_result i where i.patient_id = s.patient_id and i.result = 'NOT_MET'), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'institutionId', h.institution_id, 'type', h.source_type,
        'on', (h.held_at at time zone zone)::date, 'edits', h.edits, 'editsVersion', h.edits_version, 'reason', h.reasons -> 0 -> 'reason')
        order by h.held_at, h.id)
      from basic.held_record h where h.patient_id = s.patient_id and h.state = 'HELD'), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'institutionId', r.institution_id, 'toInstitutionId', r.to_institution_id,
        'fromName', jsonb_build_object('en', f.name_en, 'zh', f.name_zh), 'toName', jsonb_build_object('en', t.name_en, 'zh', t.name_zh),
        'on', (r.referred_at at time zone zone)::date, 'until', r.until_day, 'state', r.state, 'question', r.question, 'words', r.words,
        'changedOn', (coalesce(r.ended_at, r.decided_at) at time zone zone)::date) order by r.referred_at, r.id)
      from basic.referral r join basic.institution f on f.id = r.institution_id join basic.institution t on t.id = r.to_institution_id
      where r.patient_id = s.patient_id and r.ends_at > now() - interval '366 days'), '[]')
  from patients.surveyed(whose, codes) s join patients.patient p on p.patient_id = s.patient_id;
end
$$;
revoke execute on function patients.task_facts(uuid[], text[], text[], text) from public;
