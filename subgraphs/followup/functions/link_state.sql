-- How the questionnaire of the session's link stands; null where no link has the token. Whoever holds the token may know that much.
create or replace function followup.link_state() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when q.state = 'OPEN' and q.expires_at <= now() then 'EXPIRED'
    when q.state = 'REVOKED' then 'CLOSED' else q.state end
  from followup.questionnaire q
  where q.token_hash = decode(nullif(current_setting('nodp.link', true), ''), 'hex')
$$;
revoke execute on function followup.link_state() from public;
