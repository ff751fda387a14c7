-- Keeps what came of a contact of a patient in the care of the session's institution, once: a contact that was answered is not answered
-- again until the answer is taken back. Runs in the transaction that writes the records. @returns NOTED, UNKNOWN (no such patient or contact), or ANSWERED
create or replace function followup.note_outcome(of_patient uuid, new_id uuid, about uuid, came text, day date, words text, next_day date,
  submission uuid)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.writes', true, 'This session may not write records.');
  due text;
begin
  if not exists (select 1 from basic.care_relationship c where c.patient_id = of_patient and c.institution_id = mine) then
    return 'UNKNOWN';
  end if;
  if about is not null then
    select c.source_id into due from followup.contact c
    where c.patient_id = of_patient and c.id = about and c.institution_id = mine for update;
    if due is null then
      return 'UNKNOWN';
    end if;
    if exists (select 1 from followup.contact_outcome o where o.patient_id = of_patient and o.institution_id = mine
      and o.contact = due and o.taken_back_at is null) then
      return 'ANSWERED';
    end if;
  end if;
  insert into followup.contact_outcome (patient_id, id, institution_id, contact, outcome, "on", note, next_on, submission_id, entered_by)
  values (of_patient, new_id, mine, due, came, day, words, next_day, submission, current_setting('nodp.account', true));
  return 'NOTED';
end
$$;
revoke execute on function followup.note_outcome(uuid, uuid, uuid, text, date, text, date, uuid) from public;
