-- Ends the session of a token's hash.
create or replace function basic.end_session(token text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from basic.web_session s where s.token_hash = token
$$;
revoke execute on function basic.end_session(text) from public;
