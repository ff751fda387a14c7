-- Whether what was derived (scrypt, base64) from a password that was typed is what is retained of the account's.
create or replace function basic.password_fits(of_account text, derived text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select split_part(a.password_hash, ':', 2) = derived from basic.account a
    where a.id = of_account and a.password_hash is not null and a.closed_at is null), false)
$$;
revoke execute on function basic.password_fits(text, text) from public;
