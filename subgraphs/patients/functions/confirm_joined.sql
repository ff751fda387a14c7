-- That a data manager looked at a person joined of several institutions' patients and found them one. @returns whether there is such a person
create or replace function patients.confirm_joined(whose uuid, of_institution uuid, why text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.reviewing_institution();
  me text := current_setting('nodp.account', true);
begin
  if not basic.audited_patient(mine, whose) or not exists (select 1 from basic.care_relationship c
      where c.patient_id = whose and c.institution_id = of_institution) then
    return false;
  end if;
  update patients.identity_claim k set decided_by = me, decided_at = clock_timestamp(), decided_institution = mine, reason = why
  where k.institution_id = of_institution and k.target_id = whose and k.state = 'OPENED';
  if not found then
    insert into patients.identity_claim (institution_id, patient_id, target_id, account_id, state, decided_by, decided_at,
      decided_institution, reason)
    values (of_institution, gen_random_uuid(), whose, me, 'OPENED', me, clock_timestamp(), mine, why);
  end if;
  return true;
end
$$;
revoke execute on function patients.confirm_joined(uuid, uuid, text) from public;
