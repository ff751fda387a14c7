-- Changes an account's names, role and institution; nobody changes the own role or institution. @returns whether it was done
create or replace function basic.change_account(whose text, en text, zh text, as_role text, at_institution uuid)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me text := basic.managing_accounts();
begin
  update basic.account a set name_en = en, name_zh = zh, role = as_role, institution_id = at_institution
  where a.id = whose
    and (a.id <> me or (a.role = as_role and a.institution_id is not distinct from at_institution));
  return found;
end
$$;
revoke execute on function basic.change_account(text, text, text, text, uuid) from public;
