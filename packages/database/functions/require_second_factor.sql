-- Says whether accounts of a role sign in with a second factor alone; sessions under way stay. Machines have none.
-- @returns whether it was done
create or replace function basic.require_second_factor(of_role text, needed boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform basic.managing_accounts();
  if of_role = 'SYSTEM' then
    return false;
  elsif needed then
    insert into basic.second_factor_role (role) values (of_role) on conflict do nothing;
  else
    delete from basic.second_factor_role r where r.role = of_role;
  end if;
  return true;
end
$$;
revoke execute on function basic.require_second_factor(text, boolean) from public;
