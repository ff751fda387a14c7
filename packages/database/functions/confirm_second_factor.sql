-- Confirms a secret whose first code was right, with the hashes of recovery codes. @returns whether it was done
create or replace function basic.confirm_second_factor(of_account text, derived text, step bigint, recovery text[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not basic.password_fits(of_account, derived) then
    return false;
  end if;
  -- The step stays free for the sign-in that follows the enrolment with the same code.
  update basic.second_factor f set confirmed_at = clock_timestamp(), last_step = step - 1, recovery_hashes = recovery
  where f.account_id = of_account and f.confirmed_at is null;
  return found;
end
$$;
revoke execute on function basic.confirm_second_factor(text, text, bigint, text[]) from public;
