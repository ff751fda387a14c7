-- Whose session a token's hash is, with the account as it is now; no row where it has ended or never was. Sessions are read
-- by nobody who has not the token.
create or replace function basic.session_of(token text) returns table (principal jsonb, account jsonb)
language sql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
  select s.principal, case when a.id is null then null else jsonb_build_object('id', a.id, 'nameEn', a.name_en,
    'nameZh', a.name_zh, 'role', a.role, 'institutionId', a.institution_id) end
  from basic.web_session s left join basic.account a on a.id = s.account_id and a.closed_at is null
  where s.token_hash = token and s.expires_at > now()
$$;
revoke execute on function basic.session_of(text) from public;
