-- The institution of a session that writes its records, reviews for it or works at its tasks.
create or replace function patients.task_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(current_setting('nodp.tasks', true), '') <> '' then
    return nullif(current_setting('nodp.institution', true), '')::uuid;
  end if;
  return patients.summing_institution();
end
$$;
revoke execute on function patients.task_institution() from public;
