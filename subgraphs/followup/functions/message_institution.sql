-- The institution of a follow-up coordinator's session: who calls its patients writes to them.
create or replace function followup.message_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
begin
  if current_setting('nodp.tasks', true) is distinct from 'FOLLOWUP_COORDINATOR' or mine is null then
    raise exception 'This session may not write to patients.' using errcode = '42501';
  end if;
  return mine;
end
$$;
revoke execute on function followup.message_institution() from public;
