-- Takes points of a limit under a key, of all gateways together, and gives how many are taken in its window. A window begins with its
-- first points and lasts `seconds`; some windows of others that have ended go.
create or replace function basic.take_points(of_key text, points bigint, seconds int, at timestamptz)
returns table (taken bigint, ends_at timestamptz) language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from basic.rate_window where key in (
    select w.key from basic.rate_window w where w.ends_at < at and w.key <> of_key order by w.ends_at limit 5 for update skip locked);
  insert into basic.rate_window as w (key, taken, ends_at)
  values (of_key, take_points.points, at + seconds * interval '1 second')
  on conflict (key) do update set
    taken = case when w.ends_at <= at then excluded.taken else w.taken + excluded.taken end,
    ends_at = case when w.ends_at <= at then excluded.ends_at else w.ends_at end
  returning w.taken, w.ends_at;
$$;
revoke execute on function basic.take_points(text, bigint, int, timestamptz) from public;
