-- Refers a patient in the care of the clinician's institution to another institution, until the end of a day: once at a time to the
-- same one. Who reads a patient by a referral or in an emergency refers nobody. @returns whether the patient was referred
create or replace function patients.refer_patient(of_patient uuid, new_id uuid, to_institution uuid, to_department text, why text,
  what text, last_day date)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.referring_institution();
begin
  -- Held as who moves the patient's records holds it: a referral goes with them.
  perform 1 from patients.patient p where p.patient_id = of_patient and p.vital_status <> 'DEAD' for no key update;
  if not found or to_institution = mine
    or not exists (select 1 from basic.institution i where i.id = to_institution)
    or not exists (select 1 from basic.care_relationship c where c.patient_id = of_patient and c.institution_id = mine)
    or exists (select 1 from basic.referral r where r.patient_id = of_patient and r.institution_id = mine
      and r.to_institution_id = to_institution and r.state in ('WAITING', 'ACCEPTED') and r.ends_at > now()) then
    return false;
  end if;
  insert into basic.referral (patient_id, id, institution_id, to_institution_id, department, reason, question, until_day, ends_at,
    referred_by)
  values (of_patient, new_id, mine, to_institution, to_department, why, what, last_day,
    (last_day + 1)::timestamp at time zone 'Asia/Shanghai', current_setting('nodp.account', true));
  return true;
end
$$;
revoke execute on function patients.refer_patient(uuid, uuid, uuid, text, text, text, date) from public;
