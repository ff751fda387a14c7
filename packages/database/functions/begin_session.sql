-- Begins a session. One of an account kept here needs what its password derives to, and where the account has a second factor a
-- code that counts (the code's time step, or the hash of a recovery code): the application role cannot make one for somebody
-- else. An account whose role asks for a second factor begins none without. Who comes from the operator's provider (`oidc:…`) has
-- neither here.
create or replace function basic.begin_session(token text, of_account text, derived text, step bigint, recovery text, vouched jsonb,
  seconds integer)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  factor record;
begin
  if starts_with(of_account, 'oidc:') then
    if vouched ->> 'accountId' is distinct from of_account then
      return false;
    end if;
  else
    select f.enrolled, f.required into factor from basic.second_factor_of(of_account, derived) f;
    if not found or factor.required and not factor.enrolled
      or factor.enrolled and not basic.use_second_factor(of_account, derived, step, recovery) then
      return false;
    end if;
  end if;
  delete from basic.web_session s where s.expires_at < now();
  insert into basic.web_session (token_hash, account_id, principal, expires_at)
  values (token, of_account, vouched, now() + seconds * interval '1 second');
  return true;
end
$$;
revoke execute on function basic.begin_session(text, text, text, bigint, text, jsonb, integer) from public;
