-- Joins an institution's patient with the person whom it claims to be, at once, for a data manager of an institution that knows
-- the person; what an institution parted itself it may join again. @returns both, nothing where there is nothing to be joined
create or replace function patients.relink_patient(of_claim uuid, why text) returns table (own uuid, joined uuid)
language plpgsql security definer rows 1 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.reviewing_institution();
  claim patients.identity_claim;
begin
  select k.* into claim from patients.identity_claim k where k.id = of_claim for update;
  if claim.id is null or claim.state not in ('WAITING', 'APPROVED', 'DECLINED', 'PARTED')
    or not (claim.institution_id <> mine and basic.audited_patient(mine, claim.target_id)
      or claim.institution_id = mine and claim.state = 'PARTED' and claim.decided_institution = mine)
    or not exists (select 1 from patients.patient p where p.patient_id = claim.target_id)
    or not exists (select 1 from basic.care_relationship c
      where c.patient_id = claim.patient_id and c.institution_id = claim.institution_id) then
    return;
  end if;
  update patients.identity_claim k set state = 'OPENED', decided_by = current_setting('nodp.account', true), decided_at = now(),
    decided_institution = mine, reason = why
  where k.id = of_claim;
  perform patients.move_institution(claim.institution_id, claim.patient_id, claim.target_id);
  own := claim.patient_id;
  joined := claim.target_id;
  return next;
end
$$;
revoke execute on function patients.relink_patient(uuid, text) from public;
