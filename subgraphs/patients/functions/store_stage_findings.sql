-- Stores what contradicts patients' stages. Runs as the caller: row-level security lets nobody but the owner.
-- checked: [{"patientId", "findings": [columns of patients.stage_finding]}]. A finding that stays keeps its id and its time;
-- what is no more found goes.
create or replace function patients.store_stage_findings(checked jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from patients.stage_finding f
  using jsonb_to_recordset(checked) as r("patientId" uuid, findings jsonb)
  where f.patient_id = r."patientId" and not exists (
    select 1 from jsonb_array_elements(r.findings) e(one) where e.one ->> 'findingKey' = f.finding_key);

  insert into patients.stage_finding as f (patient_id, id, institution_id, source_type, source_id, submission_id, finding_key,
    code, site_group, classification, sent_group, possible, sentence, sources, rule_version)
  select r."patientId", t.id, t."institutionId", t."sourceType", t."sourceId", t."submissionId", t."findingKey",
    t.code, t."siteGroup", t.classification, t."sentGroup", t.possible, t.sentence, t.sources, t."ruleVersion"
  from jsonb_to_recordset(checked) as r("patientId" uuid, findings jsonb)
  cross join lateral jsonb_to_recordset(r.findings) as t(id uuid, "institutionId" uuid, "sourceType" text, "sourceId" text,
    "submissionId" uuid, "findingKey" text, code text, "siteGroup" text, classification text, "sentGroup" text,
    possible text[], sentence jsonb, sources jsonb, "ruleVersion" smallint)
  order by 1, t."findingKey"
  on conflict (patient_id, finding_key) do update set site_group = excluded.site_group,
    classification = excluded.classification, sent_group = excluded.sent_group, possible = excluded.possible,
    sentence = excluded.sentence, sources = excluded.sources, submission_id = excluded.submission_id,
    rule_version = excluded.rule_version
  where (f.site_group, f.classification, f.sent_group, f.possible, f.sentence, f.sources, f.submission_id, f.rule_version)
    is distinct from (excluded.site_group, excluded.classification, excluded.sent_group, excluded.possible,
      excluded.sentence, excluded.sources, excluded.submission_id, excluded.rule_version);
  -- Their tasks are examined next: by the submission that this is part of, or by the job of the day.
  insert into patients.task_recheck as l (patient_id, recheck_on)
  select distinct r."patientId", current_date from jsonb_to_recordset(checked) as r("patientId" uuid, findings jsonb)
  where jsonb_array_length(r.findings) > 0 or exists (select 1 from patients.task t
    where t.patient_id = r."patientId" and t.kind = 'STAGE_CONTRADICTION' and t.state = 'OPEN')
  order by 1 on conflict (patient_id) do update set recheck_on = excluded.recheck_on where l.recheck_on > excluded.recheck_on;
end
$$;
revoke execute on function patients.store_stage_findings(jsonb) from public;
