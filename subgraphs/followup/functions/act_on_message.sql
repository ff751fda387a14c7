-- What a coordinator does with a message of the session's institution. A message that is being sent is held by the job: an act waits for
-- it, and then finds it sent. @returns whether something was done
create or replace function followup.act_on_message(of_patient uuid, of_id uuid, what text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := followup.message_institution();
  me text := current_setting('nodp.account', true);
begin
  perform 1 from patients.patient p where p.patient_id = of_patient for no key update;
  if what = 'CANCEL' then
    update followup.message m set state = 'CANCELLED', reason = 'WITHDRAWN', next_at = null, sealed_token = null,
      ended_at = clock_timestamp(), ended_by = me
    where m.patient_id = of_patient and m.id = of_id and m.institution_id = mine and m.state = 'WAITING';
  elsif what = 'SENT_BY_HAND' then
    update followup.message m set state = 'SENT', reason = null, problem = null, next_at = null, sealed_token = null,
      sent_at = clock_timestamp(), sent_by = me
    where m.patient_id = of_patient and m.id = of_id and m.institution_id = mine and m.state = 'WAITING'
      and not exists (select 1 from basic.death d where d.patient_id = of_patient);
  elsif what = 'SEND_AGAIN' then
    update followup.message m set state = 'WAITING', reason = null, problem = null, attempts = 0, next_at = clock_timestamp(),
      ended_at = null, ended_by = null
    where m.patient_id = of_patient and m.id = of_id and m.institution_id = mine and m.state = 'FAILED'
      and not exists (select 1 from basic.death d where d.patient_id = of_patient)
      and exists (select 1 from basic.care_relationship c where c.patient_id = of_patient and c.institution_id = mine)
      and not followup.refuses_contact(of_patient, mine)
      -- Of a link that was taken once the token is kept no more.
      and (m.occasion <> 'QUESTIONNAIRE' or m.sealed_token is not null)
      and followup.message_facts(of_patient, mine, m.occasion, m.subject) is not null;
  else
    raise exception 'There is no such act.' using errcode = '22023';
  end if;
  return found;
end
$$;
revoke execute on function followup.act_on_message(uuid, uuid, text) from public;
