-- Whether a container, and each that it stands in, takes a type of specimen.
create or replace function specimens.takes_type(of_container uuid, of_type text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive up (parent_id, allowed_types) as (
    select c.parent_id, c.allowed_types from specimens.container c where c.id = of_container
    union all
    select c.parent_id, c.allowed_types from up u join specimens.container c on c.id = u.parent_id)
  select coalesce(bool_and(u.allowed_types is null or of_type = any (u.allowed_types)), true) from up u
$$;
revoke execute on function specimens.takes_type(uuid, text) from public;
