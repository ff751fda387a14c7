-- NO_SUCH_POSITION where a container has none there; null where it has. In one without positions things lie without one.
create or replace function specimens.wrong_position(c specimens.container, at_row smallint, at_column smallint) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when c.rows is null and at_row is null and at_column is null
    or c.rows is not null and at_row between 1 and c.rows and at_column between 1 and c.columns then null
    else 'NO_SUCH_POSITION' end
$$;
revoke execute on function specimens.wrong_position(specimens.container, smallint, smallint) from public;
