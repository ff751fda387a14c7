-- Marks a patient in the institution's care as one of whom every access is reviewed; with no kind the mark ends. Accesses until
-- then stay reviewable only while the patient is marked. @returns whether there is such a patient
create or replace function basic.restrict_patient(whose uuid, as_kind text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.reviewing_institution();
begin
  if not basic.audited_patient(mine, whose) then
    return false;
  end if;
  if as_kind is null then
    delete from basic.restricted_patient r where r.institution_id = mine and r.patient_id = whose;
  else
    insert into basic.restricted_patient (institution_id, patient_id, kind, marked_by)
    values (mine, whose, as_kind, current_setting('nodp.account', true))
    on conflict (institution_id, patient_id) do update set kind = excluded.kind;
  end if;
  return true;
end
$$;
revoke execute on function basic.restrict_patient(uuid, text) from public;
