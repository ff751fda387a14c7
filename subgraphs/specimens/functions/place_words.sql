-- Where a container stands, as it is called: the names from its site down.
create or replace function specimens.place_words(of_container uuid) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive up (id, parent_id, name, far) as (
    select c.id, c.parent_id, c.name, 0 from specimens.container c where c.id = of_container
    union all
    select c.id, c.parent_id, c.name, u.far + 1 from up u join specimens.container c on c.id = u.parent_id)
  select string_agg(u.name, ' › ' order by u.far desc) from up u
$$;
revoke execute on function specimens.place_words(uuid) from public;
