-- Projects that are over, the last to end first: what everybody may read of them. No account, no name of a person, no words of a step.
create or replace function research.completed_projects(most integer)
returns table (title text, institutions text[], releases integer[], approved date, ended date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title,
    array(select distinct m ->> 'institution' from jsonb_array_elements(coalesce(p.application -> 'team', '[]'::jsonb)) m order by 1),
    coalesce(g.releases, '{}'),
    (select min(s.at) from research.project_step s where s.project_id = p.id and s.kind = 'APPROVE')::date,
    (select max(s.at) from research.project_step s where s.project_id = p.id and s.kind = 'END')::date
  from research.project p join research.project_grant g on g.project_id = p.id
  where p.state = 'ENDED'
  order by 5 desc, p.id desc limit most;
$$;
revoke execute on function research.completed_projects(integer) from public;
