-- Counts that the session's account asked for on a day; those of all accounts of its project where they have a budget together.
create or replace function basic.counts_used(on_day date) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(sum(a.counts), 0)::int from basic.asked_counts a
  where a.day = on_day and (a.account_id = current_setting('nodp.account', true)
    or a.account_id in (
      select o.account_id from basic.approved_project m join basic.approved_project o on o.project_id = m.project_id
      where m.account_id = current_setting('nodp.account', true) and m.until >= on_day and o.until >= on_day));
$$;
revoke execute on function basic.counts_used(date) from public;
