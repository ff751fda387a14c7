-- The client that a key is of, while it is in use; when it was last used is noted to the minute.
create or replace function basic.client_of_key(hash text)
returns table (id uuid, institution_id uuid, name text, scopes text[])
language plpgsql security definer rows 1 set search_path = pg_catalog, pg_temp as $$
begin
  update basic.api_client c set last_used_at = now()
  where c.key_hash = hash and c.revoked_at is null and (c.expires_at is null or c.expires_at > now())
    and (c.last_used_at is null or c.last_used_at < now() - interval '1 minute');
  return query select c.id, c.institution_id, c.name, c.scopes from basic.api_client c
  where c.key_hash = hash and c.revoked_at is null and (c.expires_at is null or c.expires_at > now());
end
$$;
revoke execute on function basic.client_of_key(text) from public;
