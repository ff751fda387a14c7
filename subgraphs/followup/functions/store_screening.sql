-- Stores where patients stand in screening programmes: what is found no more goes. Runs as the caller, who is to be the owner.
-- stored: [{"patientId", "screening": [columns of followup.screening_standing]}]
create or replace function followup.store_screening(stored jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from followup.screening_standing s using jsonb_to_recordset(stored) as r("patientId" uuid, screening jsonb)
  where s.patient_id = r."patientId" and not exists (
    select 1 from jsonb_array_elements(coalesce(r.screening, '[]')) e(one)
    where e.one ->> 'programme' = s.programme and (e.one ->> 'institutionId')::uuid = s.institution_id);

  insert into followup.screening_standing as s (patient_id, programme, institution_id, step, invited_on, tested_on, test, result, due_on,
    sort_on, cannot, diagnosed_on, broad_stage, is_interval_cancer, interval_cannot, rule_version)
  select r."patientId", n.programme, n."institutionId", n.step, n."invitedOn", n."testedOn", n.test, n.result, n."dueOn",
    coalesce(n."dueOn", '9999-12-31'), n.cannot, n."diagnosedOn", n."broadStage", n."isIntervalCancer", n."intervalCannot",
    n."ruleVersion"
  from jsonb_to_recordset(stored) as r("patientId" uuid, screening jsonb)
  cross join lateral jsonb_to_recordset(coalesce(r.screening, '[]')) as n(programme text, "institutionId" uuid, step text,
    "invitedOn" text, "testedOn" text, test text, result text, "dueOn" date, cannot text, "diagnosedOn" text, "broadStage" text,
    "isIntervalCancer" boolean, "intervalCannot" text, "ruleVersion" smallint)
  order by 1, 2, 3
  on conflict (patient_id, programme, institution_id) do update set step = excluded.step, invited_on = excluded.invited_on,
    tested_on = excluded.tested_on, test = excluded.test, result = excluded.result, due_on = excluded.due_on,
    sort_on = excluded.sort_on, cannot = excluded.cannot, diagnosed_on = excluded.diagnosed_on, broad_stage = excluded.broad_stage,
    is_interval_cancer = excluded.is_interval_cancer, interval_cannot = excluded.interval_cannot, rule_version = excluded.rule_version
  where (s.step, s.invited_on, s.tested_on, s.test, s.result, s.due_on, s.cannot, s.diagnosed_on, s.broad_stage, s.is_interval_cancer,
      s.interval_cannot, s.rule_version)
    is distinct from (excluded.step, excluded.invited_on, excluded.tested_on, excluded.test, excluded.result, excluded.due_on,
      excluded.cannot, excluded.diagnosed_on, excluded.broad_stage, excluded.is_interval_cancer, excluded.interval_cannot,
      excluded.rule_version);
end
$$;
revoke execute on function followup.store_screening(jsonb) from public;
