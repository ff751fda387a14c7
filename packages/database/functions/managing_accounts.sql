-- The account of the administrator whose session it is. Functions that read or change accounts call this first.
create or replace function basic.managing_accounts() returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  perform basic.session_institution('nodp.accounts', false, 'This session may not manage accounts.');
  return current_setting('nodp.account', true);
end
$$;
revoke execute on function basic.managing_accounts() from public;
