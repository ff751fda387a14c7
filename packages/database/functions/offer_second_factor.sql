-- Keeps a secret (sealed) that an account is to prove with a first code; what was confirmed stays. @returns the secret that counts
-- now, null where the password does not fit or the account has a second factor
create or replace function basic.offer_second_factor(of_account text, derived text, sealed text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept text;
begin
  if not basic.password_fits(of_account, derived) then
    return null;
  end if;
  insert into basic.second_factor as f (account_id, secret) values (of_account, sealed)
  on conflict (account_id) do nothing;
  select f.secret into kept from basic.second_factor f where f.account_id = of_account and f.confirmed_at is null;
  return kept;
end
$$;
revoke execute on function basic.offer_second_factor(text, text, text) from public;
