-- Takes an assertion of a client's. @returns false where it was taken before
create or replace function basic.take_assertion(client uuid, name text, until timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from basic.api_assertion a where a.expires_at < now();
  insert into basic.api_assertion (client_id, jti, expires_at) values (client, name, until) on conflict do nothing;
  if not found then
    return false;
  end if;
  update basic.api_client c set last_used_at = now() where c.id = client;
  return true;
end
$$;
revoke execute on function basic.take_assertion(uuid, text, timestamptz) from public;
