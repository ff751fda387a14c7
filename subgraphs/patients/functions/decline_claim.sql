-- Declines another institution's claim, for a data manager of an institution that knows the person, once; what is approved is
-- joined at once (patients.relink_patient). @returns the person's id where there was such a claim
create or replace function patients.decline_claim(of_id uuid, why text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.reviewing_institution();
  target uuid;
begin
  update patients.identity_claim k set state = 'DECLINED', decided_by = current_setting('nodp.account', true),
    decided_at = clock_timestamp(), decided_institution = mine, reason = why
  where k.id = of_id and k.state = 'WAITING' and k.institution_id <> mine and basic.audited_patient(mine, k.target_id)
  returning k.target_id into target;
  return target;
end
$$;
revoke execute on function patients.decline_claim(uuid, text) from public;
