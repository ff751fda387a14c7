-- Closes an account and ends its sessions, or opens it again; nobody closes the own one. @returns whether it was done
create or replace function basic.close_account(whose text, closing boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me text := basic.managing_accounts();
begin
  update basic.account a set closed_at = case when closing then coalesce(a.closed_at, now()) end
  where a.id = whose and a.id <> me;
  if not found then
    return false;
  end if;
  if closing then
    delete from basic.web_session s where s.account_id = whose;
  end if;
  return true;
end
$$;
revoke execute on function basic.close_account(text, boolean) from public;
