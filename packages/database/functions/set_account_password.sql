-- Keeps the hash of another account's new password, and ends the sessions begun with the old one. Nobody sets the own
-- password so: who finds a session open would keep the account. @returns whether it was done
create or replace function basic.set_account_password(whose text, hash text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me text := basic.managing_accounts();
begin
  update basic.account a set password_hash = hash where a.id = whose and a.id <> me;
  if not found then
    return false;
  end if;
  delete from basic.web_session s where s.account_id = whose;
  return true;
end
$$;
revoke execute on function basic.set_account_password(text, text) from public;
