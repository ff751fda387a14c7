-- What an account made of an open alert of a patient in its institution's care, once. @returns whether there was such an alert
create or replace function followup.act_on_symptom(of_patient uuid, of_id uuid, verdict text, why text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.identified', true, 'This session may not act on alerts.');
begin
  if verdict not in ('ACTED', 'DISMISSED') then
    raise exception 'There is no such verdict.' using errcode = '22023';
  end if;
  update followup.symptom_alert a set state = verdict, reason = why, acted_at = clock_timestamp(),
    acted_by = current_setting('nodp.account', true)
  where a.patient_id = of_patient and a.id = of_id and a.state = 'OPEN'
    and exists (select 1 from basic.care_relationship c where c.patient_id = a.patient_id and c.institution_id = mine);
  if not found then
    return false;
  end if;
  perform patients.end_alert_tasks(of_patient, of_id);
  return true;
end
$$;
revoke execute on function followup.act_on_symptom(uuid, uuid, text, text) from public;
