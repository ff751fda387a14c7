-- Records a consent that a donor signed. @returns whether there is such a donor
create or replace function specimens.record_consent(of_donor uuid, new_id uuid, of_version text, uses text[], signed date) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
begin
  perform 1 from specimens.bank_donor d where d.id = of_donor and d.institution_id = mine for update;
  if not found then
    return false;
  end if;
  insert into specimens.bank_consent (id, institution_id, donor_id, version, scope, signed_on, recorded_by)
  values (new_id, mine, of_donor, of_version, uses, signed, current_setting('nodp.account', true));
  return true;
end
$$;
revoke execute on function specimens.record_consent(uuid, uuid, text, text[], date) from public;
