-- A request that the session made, or that its biobank was asked, held until the transaction ends; null where it is neither.
create or replace function specimens.party_of_request(of_request uuid) returns specimens.specimen_request
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  r specimens.specimen_request;
begin
  select x.* into r from specimens.specimen_request x where x.id = of_request
    and (current_setting('nodp.research', true) = 'on' and x.requested_by = current_setting('nodp.account', true)
      or current_setting('nodp.biobank', true) = 'on' and x.institution_id = nullif(current_setting('nodp.institution', true), '')::uuid)
  for update;
  return r;
end
$$;
revoke execute on function specimens.party_of_request(uuid) from public;
