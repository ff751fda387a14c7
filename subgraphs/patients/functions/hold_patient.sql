-- Holds a patient in the care of the session's institution until the transaction ends, as claims hold theirs: who enters records of the
-- patient follows who sends some or joins the patient to another. @returns whether there is such a patient
create or replace function patients.hold_patient(of_patient uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  if not exists (select 1 from basic.care_relationship c where c.patient_id = of_patient and c.institution_id = mine) then
    return false;
  end if;
  perform 1 from patients.patient p where p.patient_id = of_patient for no key update;
  -- Asked again: who held the patient may have joined it to another.
  return exists (select 1 from basic.care_relationship c where c.patient_id = of_patient and c.institution_id = mine);
end
$$;
revoke execute on function patients.hold_patient(uuid) from public;
