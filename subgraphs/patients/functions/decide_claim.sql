-- What a data manager of an institution that knows the person decides on another's claim, once. @returns the person's id where
-- there was such a claim
create or replace function patients.decide_claim(of_id uuid, opens boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.reviewing_institution();
  target uuid;
begin
  update patients.identity_claim k set state = case when opens then 'APPROVED' else 'DECLINED' end,
    decided_by = current_setting('nodp.account', true), decided_at = clock_timestamp()
  where k.id = of_id and k.state = 'WAITING' and k.institution_id <> mine
    and exists (select 1 from basic.care_relationship c where c.patient_id = k.target_id and c.institution_id = mine)
  returning k.target_id into target;
  return target;
end
$$;
revoke execute on function patients.decide_claim(uuid, boolean) from public;
