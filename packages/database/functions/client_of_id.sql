-- A client by its id, while it is in use, with the keys that its assertions are checked by.
create or replace function basic.client_of_id(client uuid)
returns table (id uuid, institution_id uuid, name text, scopes text[], jwks jsonb, jwks_url text)
language sql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
  select c.id, c.institution_id, c.name, c.scopes, c.jwks, c.jwks_url from basic.api_client c
  where c.id = client and c.revoked_at is null and (c.expires_at is null or c.expires_at > now())
$$;
revoke execute on function basic.client_of_id(uuid) from public;
