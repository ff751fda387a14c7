-- Moves a container with all that is in it: one row changes place, in one statement with its history and what is noted of each specimen.
-- @returns MOVED, UNKNOWN, UNKNOWN_PARENT, WRONG_PARENT, NO_SUCH_POSITION, POSITION_TAKEN or WRONG_TYPE
create or replace function specimens.move_container(of_container uuid, parent uuid, at_row smallint, at_column smallint, celsius double precision)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  me text := current_setting('nodp.account', true);
  c specimens.container;
  problem text;
begin
  select x.* into c from specimens.container x where x.id = of_container and x.institution_id = mine for update;
  if c.id is null then
    return 'UNKNOWN';
  end if;
  problem := specimens.wrong_parent(mine, c.kind, parent, at_row, at_column);
  if problem is not null then
    return problem;
  end if;
  if exists (select 1 from specimens.bank_specimen s where s.id in (select specimens.contents_of(c.id))
    and not specimens.takes_type(parent, s.type)) then
    return 'WRONG_TYPE';
  end if;
  with moved as (
    update specimens.container x set parent_id = parent, parent_row = at_row, parent_column = at_column where x.id = c.id returning x.id),
  history as (
    insert into specimens.container_move (id, institution_id, container_id, from_id, from_row, from_column, to_id, to_row, to_column, moved_by)
    select gen_random_uuid(), mine, m.id, c.parent_id, c.parent_row, c.parent_column, parent, at_row, at_column, me from moved m)
  insert into specimens.custody_event (institution_id, specimen_id, kind, by, celsius, place)
  select mine, s, 'MOVED', me, move_container.celsius, specimens.place_words(parent) || ' › ' || c.name
  from specimens.contents_of(c.id) s;
  return 'MOVED';
exception when unique_violation then
  return 'POSITION_TAKEN';
end
$$;
revoke execute on function specimens.move_container(uuid, uuid, smallint, smallint, double precision) from public;
