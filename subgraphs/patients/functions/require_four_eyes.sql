-- Whether a join of two institutions' patients needs two data managers; for national ones. @returns whether it was changed
create or replace function patients.require_four_eyes(wanted boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if patients.matching_institution() is not null then
    raise exception 'This is decided for the whole network.' using errcode = '42501';
  end if;
  insert into patients.matching as m (id, four_eyes) values (1, wanted)
  on conflict (id) do update set four_eyes = excluded.four_eyes where m.four_eyes <> excluded.four_eyes;
  return found;
end
$$;
revoke execute on function patients.require_four_eyes(boolean) from public;
