-- What became of the alerts of each rule, over the whole network: numbers of alerts, for who decides on rules.
create or replace function patients.alert_precision() returns table (rule_id text, open int, confirmed int, explained int,
  dismissed int, withdrawn int)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('nodp.jobs', true) is distinct from 'on' then
    raise exception 'This session may not read what became of alerts.' using errcode = '42501';
  end if;
  return query select a.rule_id, count(*) filter (where a.state = 'OPEN')::int, count(*) filter (where a.state = 'CONFIRMED')::int,
    count(*) filter (where a.state = 'EXPLAINED')::int, count(*) filter (where a.state = 'DISMISSED')::int,
    count(*) filter (where a.state = 'WITHDRAWN')::int
  from patients.recurrence_alert a group by a.rule_id order by a.rule_id;
end
$$;
revoke execute on function patients.alert_precision() from public;
