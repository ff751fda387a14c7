-- Number of the last step of a project that the session sees; votes, which who applied does not read, are counted with them.
create or replace function research.last_project_step(of_project uuid) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(max(s.number), 0) from research.project_step s join research.project p on p.id = s.project_id
  where s.project_id = of_project
    and (p.owner_id = current_setting('nodp.account', true) or current_setting('nodp.national', true) = 'on');
$$;
revoke execute on function research.last_project_step(uuid) from public;
