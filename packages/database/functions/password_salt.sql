-- The salt of an account's password: with it the platform derives what `basic.password_fits` compares. The hash itself is
-- read by nobody who works as the application.
create or replace function basic.password_salt(of_account text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select split_part(a.password_hash, ':', 1) from basic.account a where a.id = of_account
$$;
revoke execute on function basic.password_salt(text) from public;
