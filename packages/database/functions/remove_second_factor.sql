-- Takes an account's own second factor away, for a code that counts; not where its role asks for one. @returns whether it was done
create or replace function basic.remove_second_factor(of_account text, derived text, step bigint, recovery text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from basic.account a where a.id = of_account and basic.second_factor_required(a.role))
    or not basic.use_second_factor(of_account, derived, step, recovery) then
    return false;
  end if;
  delete from basic.second_factor f where f.account_id = of_account;
  return true;
end
$$;
revoke execute on function basic.remove_second_factor(text, text, bigint, text) from public;
