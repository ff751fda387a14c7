-- Ends every session of an account. @returns whether there is such an account
create or replace function basic.end_account_sessions(whose text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform basic.managing_accounts();
  delete from basic.web_session s where s.account_id = whose;
  return exists (select 1 from basic.account a where a.id = whose);
end
$$;
revoke execute on function basic.end_account_sessions(text) from public;
