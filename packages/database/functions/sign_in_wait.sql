-- Seconds until the next try under all of these keys; 0 when it may be made now.
create or replace function basic.sign_in_wait(keys text[], at timestamptz) returns double precision
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select greatest(0, coalesce(max(extract(epoch from a.wait_until - at)), 0)) from basic.sign_in_attempt a where a.key = any (keys);
$$;
revoke execute on function basic.sign_in_wait(text[], timestamptz) from public;
