-- Parts what one institution holds of a person from what others hold, for a data manager of an institution concerned: its rows,
-- keys and demographics become a patient of its own, with the id that it had before it was joined. It stays so until a data
-- manager joins the two again. @returns both, nothing where there is nothing to be parted
create or replace function patients.unlink_patient(whose uuid, of_institution uuid, why text)
returns table (own uuid, joined uuid)
language plpgsql security definer rows 1 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.reviewing_institution();
  me text := current_setting('nodp.account', true);
begin
  perform 1 from patients.patient p where p.patient_id = whose for update;
  if not basic.audited_patient(mine, whose)
    or not exists (select 1 from basic.care_relationship c where c.patient_id = whose and c.institution_id = of_institution)
    or not exists (select 1 from basic.care_relationship c where c.patient_id = whose and c.institution_id <> of_institution) then
    return;
  end if;
  own := patients.former_patient(of_institution, whose);
  joined := whose;
  perform patients.move_institution(of_institution, whose, own);
  insert into patients.identity_claim (institution_id, patient_id, target_id, account_id, state, decided_by, decided_at,
    decided_institution, reason)
  values (of_institution, own, whose, me, 'PARTED', me, now(), mine, why)
  on conflict (institution_id, patient_id, target_id) do update set state = 'PARTED', decided_by = me, decided_at = now(),
    decided_institution = mine, reason = why;
  return next;
end
$$;
revoke execute on function patients.unlink_patient(uuid, uuid, text) from public;
