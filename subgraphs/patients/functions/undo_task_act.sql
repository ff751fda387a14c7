-- Takes back what the account did last with a task of its own worklist, where nobody did anything after: the task is what it was
-- before. What records did is not undone, nor anything of who died. @returns whether there was such an act
create or replace function patients.undo_task_act(of_patient uuid, of_task uuid, kinds_closed text[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
  worklist text := coalesce(current_setting('nodp.tasks', true), '');
  last patients.task_act;
begin
  if worklist = '' or mine is null then
    raise exception 'This session may not act on tasks.' using errcode = '42501';
  end if;
  perform 1 from patients.task t where t.patient_id = of_patient and t.id = of_task and t.institution_id = mine
    and t.role = worklist and t.state <> 'ENDED' and not (t.state = 'DONE' and t.kind = any (kinds_closed)) for update;
  if not found or exists (select 1 from patients.patient p where p.patient_id = of_patient and p.vital_status = 'DEAD') then
    return false;
  end if;
  select a.* into last from patients.task_act a where a.patient_id = of_patient and a.task_id = of_task
  order by a.at desc, a.id desc limit 1;
  if last.acted_by is distinct from current_setting('nodp.account', true) or last.act not in ('ASSIGNED', 'SNOOZED', 'DONE') then
    return false;
  end if;
  update patients.task t set state = last.before ->> 'state', assignee = last.before ->> 'assignee',
    snoozed_until = (last.before ->> 'snoozedUntil')::date, result = null, note = null
  where t.patient_id = of_patient and t.id = of_task;
  insert into patients.task_act (patient_id, id, task_id, institution_id, act, acted_by, before)
  values (of_patient, gen_random_uuid(), of_task, mine, 'UNDONE', current_setting('nodp.account', true), '{}');
  return true;
end
$$;
revoke execute on function patients.undo_task_act(uuid, uuid, text[]) from public;
