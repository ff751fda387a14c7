-- Nobody is asked, or written to, after their death: what waits on the patient is closed in the transaction that notes it.
create or replace function followup.close_of_dead() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update followup.questionnaire q set state = 'CLOSED', ended_at = clock_timestamp()
  where q.patient_id = new.patient_id and q.state = 'OPEN';
  update followup.symptom_alert a set state = 'WITHDRAWN', acted_at = clock_timestamp(), reason = 'death'
  where a.patient_id = new.patient_id and a.state = 'OPEN';
  perform followup.cancel_messages(new.patient_id, null, 'DEATH');
  return null;
end
$$;
revoke execute on function followup.close_of_dead() from public;
create or replace trigger followup_close_of_dead after insert on basic.death for each row execute function followup.close_of_dead();
