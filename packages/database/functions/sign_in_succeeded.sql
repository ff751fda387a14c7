-- Forgets the wrong passwords under a key: the right one came.
create or replace function basic.sign_in_succeeded(of_key text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from basic.sign_in_attempt where key = of_key;
$$;
revoke execute on function basic.sign_in_succeeded(text) from public;
