-- What an account does with open tasks of its own worklist: ASSIGNED (to `to_account`, or nobody), SNOOZED (until a day), DONE
-- (with a result), each kept with what was before. whose: [{"patientId", "id"}]. @returns the tasks that were changed
create or replace function patients.act_on_tasks(whose jsonb, what text, to_account text, until date, came text, words text)
returns setof uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
  worklist text := coalesce(current_setting('nodp.tasks', true), '');
begin
  if worklist = '' or mine is null or what not in ('ASSIGNED', 'SNOOZED', 'DONE') then
    raise exception 'This session may not act on tasks.' using errcode = '42501';
  end if;
  if what = 'ASSIGNED' and to_account is not null and to_account <> current_setting('nodp.account', true)
    and not exists (select 1 from patients.task_colleagues() c where c.id = to_account) then
    raise exception 'No such colleague.' using errcode = '22023';
  end if;
  return query with old as materialized (
    select t.* from patients.task t
    join jsonb_to_recordset(whose) as w("patientId" uuid, id uuid) on t.patient_id = w."patientId" and t.id = w.id
    where t.institution_id = mine and t.role = worklist and t.state = 'OPEN'
    order by t.patient_id, t.id for update of t
  ), changed as (
    update patients.task t set
      assignee = case when what = 'ASSIGNED' then to_account else t.assignee end,
      snoozed_until = case what when 'SNOOZED' then until when 'DONE' then null else t.snoozed_until end,
      state = case when what = 'DONE' then 'DONE' else t.state end,
      result = case when what = 'DONE' then came else t.result end,
      note = case when what = 'DONE' then words else t.note end
    from old where t.patient_id = old.patient_id and t.id = old.id
    returning t.patient_id, t.id
  ), acts as (
    insert into patients.task_act (patient_id, id, task_id, institution_id, act, acted_by, assignee, snoozed_until, result, note, before)
    select old.patient_id, gen_random_uuid(), old.id, mine, what, current_setting('nodp.account', true),
      case when what = 'ASSIGNED' then to_account end, case when what = 'SNOOZED' then until end,
      case when what = 'DONE' then came end, words,
      jsonb_build_object('state', old.state, 'assignee', old.assignee, 'snoozedUntil', old.snoozed_until)
    from old
  )
  select c.id from changed c;
end
$$;
revoke execute on function patients.act_on_tasks(jsonb, text, text, date, text, text) from public;
