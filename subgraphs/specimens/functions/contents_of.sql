-- The specimens in a container and in all that stand in it.
create or replace function specimens.contents_of(of_container uuid) returns setof uuid
language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive down (id) as (
    select of_container union all select c.id from down d join specimens.container c on c.parent_id = d.id)
  select s.id from down d join specimens.bank_specimen s on s.container_id = d.id
$$;
revoke execute on function specimens.contents_of(uuid) from public;
