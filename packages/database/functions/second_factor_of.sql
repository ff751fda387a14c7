-- The second factor of an account whose password derives to what is given: nobody reads a secret without the password. One row for
-- an account whose password fits; `enrolled` is false while no first code was right, `required` where its role asks for one.
create or replace function basic.second_factor_of(of_account text, derived text)
returns table (enrolled boolean, required boolean, secret text, recovery_left integer)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
begin
  if not basic.password_fits(of_account, derived) then
    return;
  end if;
  return query
  select coalesce(f.confirmed_at is not null, false), basic.second_factor_required(a.role), f.secret,
    coalesce(cardinality(f.recovery_hashes), 0)
  from basic.account a left join basic.second_factor f on f.account_id = a.id where a.id = of_account;
end
$$;
revoke execute on function basic.second_factor_of(text, text) from public;
