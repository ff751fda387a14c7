-- The accounts that work at the same worklist as the session: kept here, open, of its institution and role.
create or replace function patients.task_colleagues() returns table (id text, name_en text, name_zh text)
language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
  worklist text := coalesce(current_setting('nodp.tasks', true), '');
begin
  if worklist = '' or mine is null then
    return;
  end if;
  return query select a.id, a.name_en, a.name_zh from basic.account a
  where a.institution_id = mine and a.role = worklist and a.closed_at is null order by a.id limit 200;
end
$$;
revoke execute on function patients.task_colleagues() from public;
