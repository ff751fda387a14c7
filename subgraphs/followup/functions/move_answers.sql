-- What was answered and told of a questionnaire goes with it where its patient is joined to another; an alert of a symptom that waits of
-- the other already is withdrawn, and a link of who has died is closed.
create or replace function followup.move_answers() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update followup.symptom_answer a set patient_id = new.patient_id where a.patient_id = old.patient_id and a.questionnaire_id = old.id;
  update followup.symptom_alert a set state = 'WITHDRAWN', acted_at = clock_timestamp(), reason = 'joined'
  where a.patient_id = old.patient_id and a.questionnaire_id = old.id and a.state = 'OPEN' and (
    exists (select 1 from followup.symptom_alert k where k.patient_id = new.patient_id and k.term = a.term and k.state = 'OPEN')
    or exists (select 1 from basic.death d where d.patient_id = new.patient_id));
  update followup.symptom_alert a set patient_id = new.patient_id where a.patient_id = old.patient_id and a.questionnaire_id = old.id;
  if new.state = 'OPEN' and exists (select 1 from basic.death d where d.patient_id = new.patient_id) then
    update followup.questionnaire q set state = 'CLOSED', ended_at = clock_timestamp() where q.patient_id = new.patient_id and q.id = new.id;
  end if;
  return null;
end
$$;
revoke execute on function followup.move_answers() from public;
create or replace trigger followup_move_answers after update of patient_id on followup.questionnaire for each row
  when (old.patient_id is distinct from new.patient_id) execute function followup.move_answers();
