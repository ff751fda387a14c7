-- The institution whose data manager the session is. Functions that write reviews call it first.
create or replace function basic.reviewing_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return basic.session_institution('nodp.review', true, 'This session may not review access.');
end
$$;
revoke execute on function basic.reviewing_institution() from public;
