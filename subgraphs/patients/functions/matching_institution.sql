-- Whose pairs the session may decide: an institution's data manager those within it, a national one (null) all.
create or replace function patients.matching_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('nodp.national', true) = 'on' and current_setting('nodp.audit', true) = 'on' then
    return null;
  end if;
  return basic.session_institution('nodp.review', true, 'This session may not review who is one person.');
end
$$;
revoke execute on function patients.matching_institution() from public;
