-- Whether the account of a session (its token's hash) has a second factor, has to have one, and how many recovery codes are left.
create or replace function basic.second_factor_state(token text) returns table (enrolled boolean, required boolean, recovery_left integer)
language sql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
  select f.confirmed_at is not null, basic.second_factor_required(a.role), coalesce(cardinality(f.recovery_hashes), 0)
  from basic.web_session s join basic.account a on a.id = s.account_id and a.closed_at is null
  left join basic.second_factor f on f.account_id = a.id
  where s.token_hash = token and s.expires_at > now()
$$;
revoke execute on function basic.second_factor_state(text) from public;
