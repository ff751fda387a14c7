-- Uses up a code of an account: its time step (null: it is a recovery code), which has to be later than the last one used, or
-- the hash of a recovery code that is left. Each is taken once, whoever comes first. @returns whether it counts
create or replace function basic.use_second_factor(of_account text, derived text, step bigint, recovery text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not basic.password_fits(of_account, derived) then
    return false;
  end if;
  if step is not null then
    update basic.second_factor f set last_step = step
    where f.account_id = of_account and f.confirmed_at is not null and f.last_step < step;
  else
    update basic.second_factor f set recovery_hashes = array_remove(f.recovery_hashes, recovery)
    where f.account_id = of_account and f.confirmed_at is not null and recovery = any (f.recovery_hashes);
  end if;
  return found;
end
$$;
revoke execute on function basic.use_second_factor(text, text, bigint, text) from public;
