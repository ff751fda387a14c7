-- Whose accounts and patients the session may read the access audit of: an institution, or null for the whole network.
create or replace function basic.auditing_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return basic.session_institution('nodp.audit', false, 'This session may not read the access audit.');
end
$$;
revoke execute on function basic.auditing_institution() from public;
