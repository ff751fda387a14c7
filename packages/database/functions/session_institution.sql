-- The institution of a session that has a right (one of the settings that it carries), null for the whole network. Functions that run
-- with the rights of the owner ask it first, by a name of their own: a session without the right ends here, and one of no
-- institution where the right is an institution's.
create or replace function basic.session_institution(setting text, needed boolean, refusal text) returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
begin
  if current_setting(setting, true) is distinct from 'on' or needed and mine is null then
    raise exception '%', refusal using errcode = '42501';
  end if;
  return mine;
end
$$;
revoke execute on function basic.session_institution(text, boolean, text) from public;
