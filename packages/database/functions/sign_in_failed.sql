-- Counts a wrong password or code under each key. Beyond `free` ones the next try waits `first_wait` seconds, twice as long after each
-- further one, up to `longest`. What is `memory` seconds old is forgotten, and some rows of others that are forgotten go.
create or replace function basic.sign_in_failed(keys text[], free int[], first_wait int, longest int, memory int, at timestamptz)
returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from basic.sign_in_attempt where key in (
    select a.key from basic.sign_in_attempt a where a.forgotten_at < at and a.wait_until < at and a.key <> all (keys)
    order by a.forgotten_at limit 20 for update skip locked);
  insert into basic.sign_in_attempt as a (key, failures, forgotten_at, wait_until)
  select k.key, 1, at + memory * interval '1 second', at
  from unnest(keys, free) k(key, free)
  order by k.key
  on conflict (key) do update set
    failures = case when a.forgotten_at <= at then 1 else a.failures + 1 end,
    forgotten_at = case when a.forgotten_at <= at then excluded.forgotten_at else a.forgotten_at end;
  update basic.sign_in_attempt a
  set wait_until = at + least(first_wait * 2 ^ least(a.failures - k.free - 1, 20), longest) * interval '1 second'
  from unnest(keys, free) k(key, free)
  where a.key = k.key and a.failures > k.free;
$$;
revoke execute on function basic.sign_in_failed(text[], int[], int, int, int, timestamptz) from public;
