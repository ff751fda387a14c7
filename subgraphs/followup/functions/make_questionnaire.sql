-- Asks a patient in the care of the session's institution. @returns MADE, UNKNOWN, DEAD, or TOO_MANY that are open
create or replace function followup.make_questionnaire(of_patient uuid, new_id uuid, hash text, asked smallint[], days integer)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.identified', true, 'This session may not ask patients.');
begin
  if not exists (select 1 from basic.care_relationship c where c.patient_id = of_patient and c.institution_id = mine) then
    return 'UNKNOWN';
  end if;
  if exists (select 1 from basic.death d where d.patient_id = of_patient) then
    return 'DEAD';
  end if;
  if (select count(*) from followup.questionnaire q where q.patient_id = of_patient and q.institution_id = mine
    and q.state = 'OPEN' and q.expires_at > now()) >= 10 then
    return 'TOO_MANY';
  end if;
  insert into followup.questionnaire (patient_id, id, institution_id, token_hash, terms, made_by, expires_at)
  values (of_patient, new_id, mine, decode(hash, 'hex'), asked, current_setting('nodp.account', true),
    clock_timestamp() + make_interval(days => days));
  return 'MADE';
end
$$;
revoke execute on function followup.make_questionnaire(uuid, uuid, text, smallint[], integer) from public;
