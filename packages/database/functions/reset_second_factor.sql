-- Takes another account's second factor away, for who lost it, and ends its sessions: an administrator's order. @returns whether
-- there was one
create or replace function basic.reset_second_factor(whose text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me text := basic.managing_accounts();
begin
  delete from basic.second_factor f where f.account_id = whose and f.account_id <> me;
  if not found then
    return false;
  end if;
  delete from basic.web_session s where s.account_id = whose;
  return true;
end
$$;
revoke execute on function basic.reset_second_factor(text) from public;
