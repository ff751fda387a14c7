-- Begins a session. One of an account kept here needs what its password derives to: the application role cannot
-- make one for somebody else. Who comes from the operator's provider (`oidc:…`) has no password here.
create or replace function basic.begin_session(token text, of_account text, derived text, vouched jsonb, seconds integer)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if starts_with(of_account, 'oidc:') then
    if vouched ->> 'accountId' is distinct from of_account then
      return false;
    end if;
  elsif not basic.password_fits(of_account, derived) then
    return false;
  end if;
  delete from basic.web_session s where s.expires_at < now();
  insert into basic.web_session (token_hash, account_id, principal, expires_at)
  values (token, of_account, vouched, now() + seconds * interval '1 second');
  return true;
end
$$;
revoke execute on function basic.begin_session(text, text, text, jsonb, integer) from public;
