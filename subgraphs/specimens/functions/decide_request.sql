-- What the biobank's committee decided of a request, once, as its minutes say. @returns whether it waited for a decision
create or replace function specimens.decide_request(of_request uuid, approved boolean, who text, why text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
begin
  update specimens.specimen_request r set state = case when approved then 'APPROVED' else 'REFUSED' end, decided_at = clock_timestamp(),
    decided_by = current_setting('nodp.account', true), members = who, reason = why
  where r.id = of_request and r.institution_id = mine and r.state = 'SUBMITTED';
  return found;
end
$$;
revoke execute on function specimens.decide_request(uuid, boolean, text, text) from public;
