-- Adds an account with the hash of its password. @returns whether the name was free; one that is closed is taken too
create or replace function basic.add_account(new_id text, en text, zh text, as_role text, at_institution uuid, hash text)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform basic.managing_accounts();
  insert into basic.account (id, name_en, name_zh, role, institution_id, password_hash)
  values (new_id, en, zh, as_role, at_institution, hash)
  on conflict (id) do nothing;
  return found;
end
$$;
revoke execute on function basic.add_account(text, text, text, text, uuid, text) from public;
