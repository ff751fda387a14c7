-- The institution of a clinician's session: clinicians refer patients, and accept those who are referred.
create or replace function patients.referring_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('nodp.tasks', true) is distinct from 'CLINICIAN' then
    raise exception 'This session may not refer patients.' using errcode = '42501';
  end if;
  return basic.session_institution('nodp.identified', true, 'This session may not refer patients.');
end
$$;
revoke execute on function patients.referring_institution() from public;
