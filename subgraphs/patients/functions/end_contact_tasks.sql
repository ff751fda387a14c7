-- A contact whose outcome was entered, or whose outcome was taken back: its task is done with that, under the account, or waits again. The
-- engine finds a contact that was answered no more. A session that writes records of a patient in its institution's care.
create or replace function patients.end_contact_tasks(of_patient uuid, about uuid, came text, words text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  if not exists (select 1 from basic.care_relationship c where c.patient_id = of_patient and c.institution_id = mine) then
    return;
  end if;
  with old as materialized (
    select t.* from patients.task t where t.patient_id = of_patient and t.institution_id = mine and t.kind = 'CONTACT_DUE'
      and starts_with(t.subject, about::text || ' ') and t.state = case when came is null then 'DONE' else 'OPEN' end for update
  ), changed as (
    update patients.task t set state = case when came is null then 'OPEN' else 'DONE' end, result = came, note = words, snoozed_until = null
    from old where t.patient_id = old.patient_id and t.id = old.id
  )
  insert into patients.task_act (patient_id, id, task_id, institution_id, act, acted_by, result, note, before)
  select old.patient_id, gen_random_uuid(), old.id, mine, case when came is null then 'UNDONE' else 'DONE' end,
    current_setting('nodp.account', true), came, words,
    jsonb_build_object('state', old.state, 'assignee', old.assignee, 'snoozedUntil', old.snoozed_until)
  from old;
end
$$;
revoke execute on function patients.end_contact_tasks(uuid, uuid, text, text) from public;
