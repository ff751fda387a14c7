-- The institution whose data manager the session is. Functions that write reviews call it first: another session ends here.
create or replace function basic.reviewing_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
begin
  if current_setting('nodp.review', true) is distinct from 'on' or mine is null then
    raise exception 'This session may not review access.' using errcode = '42501';
  end if;
  return mine;
end
$$;
revoke execute on function basic.reviewing_institution() from public;
