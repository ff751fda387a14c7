-- Stores what quality indicators say of patients. Runs as the caller: row-level security lets nobody but the owner.
-- stored: [{"patientId", "recheckOn", "results": [columns of patients.indicator_result]}]; what is said no more goes.
create or replace function patients.store_indicators(stored jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- A treatment whose window has closed, or that came after all, is a matter of the patient's tasks: they are looked at within a minute.
  insert into patients.task_recheck as l (patient_id, recheck_on)
  select distinct r."patientId", current_date from jsonb_to_recordset(stored) as r("patientId" uuid, results jsonb)
  where array(select concat_ws(' ', e.one ->> 'code', e.one ->> 'tumourId', e.one ->> 'institutionId') as key
      from jsonb_array_elements(r.results) e(one) where e.one ->> 'result' = 'NOT_MET' order by key)
    <> array(select concat_ws(' ', i.code, i.tumour_id, i.institution_id) as key
      from patients.indicator_result i where i.patient_id = r."patientId" and i.result = 'NOT_MET' order by key)
  order by 1
  on conflict (patient_id) do update set recheck_on = excluded.recheck_on where l.recheck_on > excluded.recheck_on;

  delete from patients.indicator_result i
  using jsonb_to_recordset(stored) as r("patientId" uuid, results jsonb)
  where i.patient_id = r."patientId" and not exists (
    select 1 from jsonb_array_elements(r.results) e(one) where e.one ->> 'code' = i.code
      and (e.one ->> 'tumourId')::uuid = i.tumour_id and (e.one ->> 'institutionId')::uuid = i.institution_id);

  insert into patients.indicator_result as i
    (patient_id, institution_id, tumour_id, code, result, missing, diagnosed_on, why, rule_version)
  select r."patientId", n."institutionId", n."tumourId", n.code, n.result, n.missing, n."diagnosedOn", n.why, n."ruleVersion"
  from jsonb_to_recordset(stored) as r("patientId" uuid, results jsonb)
  cross join lateral jsonb_to_recordset(r.results) as n("institutionId" uuid, "tumourId" uuid, code text, result text,
    missing text, "diagnosedOn" date, why jsonb, "ruleVersion" smallint)
  order by 1, 2, 3, 4
  on conflict (patient_id, institution_id, tumour_id, code) do update set result = excluded.result,
    missing = excluded.missing, diagnosed_on = excluded.diagnosed_on, why = excluded.why, rule_version = excluded.rule_version
  where (i.result, i.missing, i.diagnosed_on, i.why, i.rule_version)
    is distinct from (excluded.result, excluded.missing, excluded.diagnosed_on, excluded.why, excluded.rule_version);

  delete from patients.indicator_recheck l using jsonb_to_recordset(stored) as r("patientId" uuid, "recheckOn" date)
  where l.patient_id = r."patientId" and r."recheckOn" is null;
  insert into patients.indicator_recheck as l (patient_id, recheck_on)
  select r."patientId", r."recheckOn" from jsonb_to_recordset(stored) as r("patientId" uuid, "recheckOn" date)
  where r."recheckOn" is not null order by 1
  on conflict (patient_id) do update set recheck_on = excluded.recheck_on where l.recheck_on is distinct from excluded.recheck_on;
end
$$;
revoke execute on function patients.store_indicators(jsonb) from public;
