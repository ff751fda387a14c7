-- Stores what a survey of patients found. Runs as the caller: row-level security lets nobody but the owner.
-- surveyed: [{"patientId", "closed": null | "death" | "recurrence", "alerts": [columns of patients.recurrence_alert]}].
-- An alert that is open stays the same one; one that no longer holds is withdrawn, or closed by what was recorded.
create or replace function patients.store_alerts(surveyed jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update patients.recurrence_alert a set acted_at = clock_timestamp(),
    state = case when r.closed = 'recurrence' then 'CONFIRMED' else 'WITHDRAWN' end,
    reason = coalesce(r.closed, 'values')
  from jsonb_to_recordset(surveyed) as r("patientId" uuid, closed text, alerts jsonb)
  where a.patient_id = r."patientId" and a.state = 'OPEN' and not exists (
    select 1 from jsonb_array_elements(r.alerts) e(one) where e.one ->> 'marker' = a.marker);

  insert into patients.recurrence_alert as a (patient_id, id, marker, rule_id, rule_version, rose_on, from_on, from_value,
    to_on, to_value, unit, last_on, explanation, could_be, next)
  select r."patientId", t.id, t.marker, t."ruleId", t."ruleVersion", t."roseOn", t."fromOn", t."fromValue",
    t."toOn", t."toValue", t.unit, t."lastOn", t.explanation, t."couldBe", t.next
  from jsonb_to_recordset(surveyed) as r("patientId" uuid, alerts jsonb)
  cross join lateral jsonb_to_recordset(r.alerts) as t(id uuid, marker text, "ruleId" text, "ruleVersion" smallint, "roseOn" date,
    "fromOn" date, "fromValue" float8, "toOn" date, "toValue" float8, unit text, "lastOn" date, explanation jsonb,
    "couldBe" jsonb, next jsonb)
  order by 1, t.marker
  on conflict (patient_id, marker) where state = 'OPEN' do update set rule_id = excluded.rule_id,
    rule_version = excluded.rule_version, rose_on = excluded.rose_on, from_on = excluded.from_on,
    from_value = excluded.from_value, to_on = excluded.to_on, to_value = excluded.to_value, unit = excluded.unit,
    last_on = excluded.last_on, explanation = excluded.explanation, could_be = excluded.could_be, next = excluded.next
  where (a.rule_id, a.rule_version, a.rose_on, a.from_on, a.from_value, a.to_on, a.to_value, a.last_on, a.explanation)
    is distinct from (excluded.rule_id, excluded.rule_version, excluded.rose_on, excluded.from_on, excluded.from_value,
      excluded.to_on, excluded.to_value, excluded.last_on, excluded.explanation);
  -- Their tasks are examined next: by the submission that this is part of, or by the job of the day.
  insert into patients.task_recheck as l (patient_id, recheck_on)
  select distinct r."patientId", current_date from jsonb_to_recordset(surveyed) as r("patientId" uuid, alerts jsonb)
  where jsonb_array_length(r.alerts) > 0 or exists (select 1 from patients.task t
    where t.patient_id = r."patientId" and t.kind = 'RECURRENCE_ALERT' and t.state = 'OPEN')
  order by 1 on conflict (patient_id) do update set recheck_on = excluded.recheck_on where l.recheck_on > excluded.recheck_on;
end
$$;
revoke execute on function patients.store_alerts(jsonb) from public;
