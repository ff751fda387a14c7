-- The institution that the session writes patients for.
create or replace function patients.writing_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return basic.session_institution('nodp.writes', true, 'This session may not write patients.');
end
$$;
revoke execute on function patients.writing_institution() from public;
