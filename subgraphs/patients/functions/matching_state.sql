-- How the matching of the pool stands, for data managers: when it last ran, whether joins across institutions need two, and how many
-- pairs of theirs wait (10,000 at most are counted).
create or replace function patients.matching_state()
returns table (finished_at timestamptz, running boolean, four_eyes boolean, waiting integer, joined integer)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.matching_institution();
begin
  return query
  select m.finished_at, m.started_at is not null and m.finished_at is null, coalesce(m.four_eyes, false),
    (select count(*)::int from (select 1 from patients.match_pair p
      where (p.state in ('REVIEW', 'PROPOSED') or p.held is not null) and patients.may_review_pair(mine, p.low_id, p.high_id)
      limit 10000) w),
    (select count(*)::int from (select 1 from patients.match_pair p
      where p.state in ('LINKED', 'JOINED') and p.held is null and patients.may_review_pair(mine, p.low_id, p.high_id)
      limit 10000) j)
  from (select 1) one left join patients.matching m on m.id = 1;
end
$$;
revoke execute on function patients.matching_state() from public;
