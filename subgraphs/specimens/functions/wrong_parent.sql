-- Why a container of a kind does not stand in a place; null where it does. A container stands in one of a higher kind, so that none
-- stands in itself.
create or replace function specimens.wrong_parent(mine uuid, of_kind text, parent uuid, at_row smallint, at_column smallint) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  kinds text[] := array['SITE', 'FREEZER', 'SHELF', 'RACK', 'BOX'];
  p specimens.container;
begin
  if parent is null then
    return case when of_kind <> 'SITE' then 'WRONG_PARENT' when at_row is not null then 'NO_SUCH_POSITION' end;
  end if;
  select c.* into p from specimens.container c where c.id = parent and c.institution_id = mine;
  if p.id is null then
    return 'UNKNOWN_PARENT';
  elsif array_position(kinds, p.kind) >= array_position(kinds, of_kind) then
    return 'WRONG_PARENT';
  end if;
  return specimens.wrong_position(p, at_row, at_column);
end
$$;
revoke execute on function specimens.wrong_parent(uuid, text, uuid, smallint, smallint) from public;
