-- An institution that no longer cares for a patient, or whose patient was joined to another, asks no more by the links it made, and writes no more.
create or replace function followup.close_without_care() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update followup.questionnaire q set state = 'CLOSED', ended_at = clock_timestamp()
  where q.patient_id = old.patient_id and q.institution_id = old.institution_id and q.state = 'OPEN';
  perform followup.cancel_messages(old.patient_id, old.institution_id, 'CARE_ENDED');
  return null;
end
$$;
revoke execute on function followup.close_without_care() from public;
create or replace trigger followup_close_without_care after delete on basic.care_relationship for each row
  execute function followup.close_without_care();
