-- What each account of an institution did on each day of the national calendar: how many patients it was shown (those of
-- one request once), in how many requests, and how many of these between 22 and 6 o'clock. Machines are left out.
create or replace function basic.audit_days(of_institution uuid, first_day date, last_day date)
returns table (account_id text, role text, day date, shown integer, requests integer, night integer)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  return query
  select r.account_id, r.role, r.day, sum(r.shown)::int, count(*)::int,
    (count(*) filter (where r.hour >= 22 or r.hour < 6))::int
  from (
    select a.account_id, a.role, (min(a.at) at time zone 'Asia/Shanghai')::date as day,
      extract(hour from min(a.at) at time zone 'Asia/Shanghai') as hour, max(cardinality(a.patient_ids)) as shown
    from basic.audit a
    where a.institution_id = coalesce(mine, of_institution) and a.action = 'read' and a.role <> 'SYSTEM'
      and a.at >= first_day::timestamp at time zone 'Asia/Shanghai'
      and a.at < (last_day + 1)::timestamp at time zone 'Asia/Shanghai'
    group by a.account_id, a.role, a.request_id
  ) r
  group by r.account_id, r.role, r.day
  order by r.day desc, r.account_id;
end
$$;
revoke execute on function basic.audit_days(uuid, date, date) from public;
