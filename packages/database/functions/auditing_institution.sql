-- Whose accounts and patients the session may read the access audit of: an institution, or null for the whole network.
-- Functions that read it with the rights of the owner call this first: a session that may not read it ends here.
create or replace function basic.auditing_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('nodp.audit', true) is distinct from 'on' then
    raise exception 'This session may not read the access audit.' using errcode = '42501';
  end if;
  return nullif(current_setting('nodp.institution', true), '')::uuid;
end
$$;
revoke execute on function basic.auditing_institution() from public;
