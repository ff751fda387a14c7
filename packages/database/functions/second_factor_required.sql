-- Whether accounts of a role sign in with a second factor alone.
create or replace function basic.second_factor_required(of_role text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from basic.second_factor_role r where r.role = of_role)
$$;
revoke execute on function basic.second_factor_required(text) from public;
