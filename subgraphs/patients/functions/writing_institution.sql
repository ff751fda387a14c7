-- The institution that the session writes for. Functions that run with the rights of the owner call it first: a session
-- that may not write patients ends here.
create or replace function patients.writing_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
begin
  if current_setting('nodp.writes', true) is distinct from 'on' or mine is null then
    raise exception 'This session may not write patients.' using errcode = '42501';
  end if;
  return mine;
end
$$;
revoke execute on function patients.writing_institution() from public;
