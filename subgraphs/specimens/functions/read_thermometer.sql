-- What the thermometer of a freezer said, against its bounds or those of what it stands in. @returns whether there is such a container
create or replace function specimens.read_thermometer(of_container uuid, new_id uuid, at timestamptz, celsius double precision) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  bounds record;
begin
  with recursive up (far, parent_id, min_celsius, max_celsius, temperature) as (
    select 0, c.parent_id, c.min_celsius, c.max_celsius, c.temperature from specimens.container c
    where c.id = of_container and c.institution_id = mine
    union all
    select u.far + 1, c.parent_id, c.min_celsius, c.max_celsius, c.temperature from up u join specimens.container c on c.id = u.parent_id)
  select u.min_celsius, u.max_celsius into bounds from up u order by u.temperature is null, u.far limit 1;
  if not found then
    return false;
  end if;
  insert into specimens.temperature_reading (id, institution_id, container_id, read_at, celsius, excursion, read_by)
  values (new_id, mine, of_container, at, read_thermometer.celsius,
    (read_thermometer.celsius < bounds.min_celsius or read_thermometer.celsius > bounds.max_celsius) is true,
    current_setting('nodp.account', true));
  return true;
end
$$;
revoke execute on function specimens.read_thermometer(uuid, uuid, timestamptz, double precision) from public;
