-- Ends the link of an open questionnaire that the session's institution made. @returns whether there was one
create or replace function followup.revoke_questionnaire(of_patient uuid, of_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.identified', true, 'This session may not ask patients.');
begin
  update followup.questionnaire q set state = 'REVOKED', ended_at = clock_timestamp()
  where q.patient_id = of_patient and q.id = of_id and q.institution_id = mine and q.state = 'OPEN';
  return found;
end
$$;
revoke execute on function followup.revoke_questionnaire(uuid, uuid) from public;
