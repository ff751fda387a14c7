-- Stores the tasks that stand for patients. Runs as the caller: row-level security lets nobody but the owner.
-- stored: [{"patientId", "recheckOn", "tasks": [columns of patients.task], "screening": [columns of followup.screening_standing]}]. A task that is found again stays the same one, and done
-- where it was done; what is found no more is ended, and opened again if it is found once more.
create or replace function patients.store_tasks(stored jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  with gone as (
    update patients.task t set state = 'ENDED'
    from jsonb_to_recordset(stored) as r("patientId" uuid, tasks jsonb)
    where t.patient_id = r."patientId" and t.state = 'OPEN' and not exists (
      select 1 from jsonb_array_elements(r.tasks) e(one) where e.one ->> 'kind' = t.kind and e.one ->> 'subject' = t.subject
        and (e.one ->> 'institutionId')::uuid = t.institution_id)
    returning t.*
  )
  insert into patients.task_act (patient_id, id, task_id, institution_id, act, before)
  select g.patient_id, gen_random_uuid(), g.id, g.institution_id, 'ENDED', '{}' from gone g;

  with again as (
    update patients.task t set state = 'OPEN', snoozed_until = null
    from jsonb_to_recordset(stored) as r("patientId" uuid, tasks jsonb)
    where t.patient_id = r."patientId" and t.state = 'ENDED' and exists (
      select 1 from jsonb_array_elements(r.tasks) e(one) where e.one ->> 'kind' = t.kind and e.one ->> 'subject' = t.subject
        and (e.one ->> 'institutionId')::uuid = t.institution_id)
    returning t.*
  )
  insert into patients.task_act (patient_id, id, task_id, institution_id, act, before)
  select a.patient_id, gen_random_uuid(), a.id, a.institution_id, 'REOPENED', '{}' from again a;

  insert into patients.task as t (patient_id, id, institution_id, role, kind, subject, due_on, rule_id, rule_version, why)
  select r."patientId", n.id, n."institutionId", n.role, n.kind, n.subject, n."dueOn", n."ruleId", n."ruleVersion", n.why
  from jsonb_to_recordset(stored) as r("patientId" uuid, tasks jsonb)
  cross join lateral jsonb_to_recordset(r.tasks) as n(id uuid, "institutionId" uuid, role text, kind text, subject text,
    "dueOn" date, "ruleId" text, "ruleVersion" smallint, why jsonb)
  order by 1, n.kind, n.subject, n."institutionId"
  on conflict (patient_id, institution_id, kind, subject) do update set role = excluded.role, due_on = excluded.due_on,
    rule_id = excluded.rule_id, rule_version = excluded.rule_version, why = excluded.why
  where t.state = 'OPEN' and (t.role, t.due_on, t.rule_id, t.rule_version, t.why)
    is distinct from (excluded.role, excluded.due_on, excluded.rule_id, excluded.rule_version, excluded.why);

  perform followup.store_screening(stored);

  delete from patients.task_recheck l using jsonb_to_recordset(stored) as r("patientId" uuid, "recheckOn" date)
  where l.patient_id = r."patientId" and r."recheckOn" is null;
  insert into patients.task_recheck as l (patient_id, recheck_on)
  select r."patientId", r."recheckOn" from jsonb_to_recordset(stored) as r("patientId" uuid, "recheckOn" date)
  where r."recheckOn" is not null order by 1
  on conflict (patient_id) do update set recheck_on = excluded.recheck_on where l.recheck_on is distinct from excluded.recheck_on;
end
$$;
revoke execute on function patients.store_tasks(jsonb) from public;
