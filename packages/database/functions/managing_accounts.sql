-- The account of the administrator whose session it is. Functions that read or change accounts call this first: another
-- session ends here.
create or replace function basic.managing_accounts() returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('nodp.accounts', true) is distinct from 'on' then
    raise exception 'This session may not manage accounts.' using errcode = '42501';
  end if;
  return current_setting('nodp.account', true);
end
$$;
revoke execute on function basic.managing_accounts() from public;
