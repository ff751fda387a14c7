-- The accounts kept here, by id: without password hashes, and of sessions only how many are open. All arguments but the last
-- may be null: one account, words of an id or a name, where the former page ended.
create or replace function basic.read_accounts(only_id text, words text, after_id text, most integer)
returns table (id text, name_en text, name_zh text, role text, institution_id uuid, closed_at timestamptz,
  last_sign_in_at timestamptz, sessions integer, second_factor boolean)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
begin
  perform basic.managing_accounts();
  return query
  select a.id, a.name_en, a.name_zh, a.role, a.institution_id, a.closed_at,
    (select e.at from basic.audit e where e.account_id = a.id and e.action = 'sign-in' order by e.at desc limit 1),
    (select count(*)::int from basic.web_session s where s.account_id = a.id and s.expires_at > now()),
    exists (select 1 from basic.second_factor f where f.account_id = a.id and f.confirmed_at is not null)
  from basic.account a
  where (only_id is null or a.id = only_id)
    and (words is null or position(lower(words) in lower(concat_ws(' ', a.id, a.name_en, a.name_zh))) > 0)
    and (after_id is null or a.id > after_id)
  order by a.id limit most;
end
$$;
revoke execute on function basic.read_accounts(text, text, text, integer) from public;
