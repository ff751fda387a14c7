-- Ends the open tasks of an alert of a recurrence or a symptom that somebody acted on, at every institution. Runs as the caller, who is to be the owner.
create or replace function patients.end_alert_tasks(of_patient uuid, of_alert uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  with gone as (
    update patients.task t set state = 'ENDED' where t.patient_id = of_patient and t.kind in ('RECURRENCE_ALERT', 'SYMPTOM_ALERT')
      and t.subject = of_alert::text and t.state = 'OPEN' returning t.*
  )
  insert into patients.task_act (patient_id, id, task_id, institution_id, act, before)
  select g.patient_id, gen_random_uuid(), g.id, g.institution_id, 'ENDED', '{}' from gone g;
end
$$;
revoke execute on function patients.end_alert_tasks(uuid, uuid) from public;
