-- What a scan of a container found. @returns whether there is such a container
create or replace function specimens.record_inventory(of_container uuid, new_id uuid, compared jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
begin
  if not exists (select 1 from specimens.container c where c.id = of_container and c.institution_id = mine) then
    return false;
  end if;
  insert into specimens.inventory_audit (id, institution_id, container_id, scanned_by, findings)
  values (new_id, mine, of_container, current_setting('nodp.account', true), compared);
  return true;
end
$$;
revoke execute on function specimens.record_inventory(uuid, uuid, jsonb) from public;
