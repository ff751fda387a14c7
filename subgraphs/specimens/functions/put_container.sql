-- Adds a container within another of a higher kind. made: columns of container.
-- @returns MADE, UNKNOWN_PARENT, WRONG_PARENT, NO_SUCH_POSITION, POSITION_TAKEN or BARCODE_TAKEN
create or replace function specimens.put_container(made jsonb) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  c specimens.container := jsonb_populate_record(null::specimens.container, made);
  problem text := specimens.wrong_parent(mine, c.kind, c.parent_id, c.parent_row, c.parent_column);
begin
  if problem is not null then
    return problem;
  end if;
  if exists (select 1 from specimens.container x where x.institution_id = mine and x.barcode = c.barcode) then
    return 'BARCODE_TAKEN';
  end if;
  insert into specimens.container (id, institution_id, parent_id, kind, name, barcode, rows, columns, labels, allowed_types, temperature,
    min_celsius, max_celsius, parent_row, parent_column, made_by)
  values (c.id, mine, c.parent_id, c.kind, c.name, c.barcode, c.rows, c.columns, c.labels, c.allowed_types, c.temperature,
    c.min_celsius, c.max_celsius, c.parent_row, c.parent_column, current_setting('nodp.account', true));
  return 'MADE';
exception when unique_violation then
  return case when exists (select 1 from specimens.container x where x.institution_id = mine and x.barcode = c.barcode)
    then 'BARCODE_TAKEN' else 'POSITION_TAKEN' end;
end
$$;
revoke execute on function specimens.put_container(jsonb) from public;
