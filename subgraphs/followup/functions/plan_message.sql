-- Puts a message to a patient in the care of the session's institution into the outbox. The patient is held, as whoever notes a death holds
-- them: either the death is seen here, or it finds the message. starts: when the day begins; hash: of the questionnaire's token (hex), sealed: the token under the cipher.
-- @returns PLANNED, UNKNOWN, DEAD, REFUSED, MOOT (nothing to write about), NO_TEMPLATE, NO_TOKEN, ALREADY (one waits), or TOO_MANY
create or replace function followup.plan_message(of_patient uuid, new_id uuid, why text, about text, of_template uuid, spoken text,
  day date, starts timestamptz, hash text, sealed bytea)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := followup.message_institution();
  t followup.message_template;
begin
  perform 1 from patients.patient p where p.patient_id = of_patient for no key update;
  if not exists (select 1 from basic.care_relationship c where c.patient_id = of_patient and c.institution_id = mine) then
    return 'UNKNOWN';
  end if;
  if exists (select 1 from basic.death d where d.patient_id = of_patient) then
    return 'DEAD';
  end if;
  if followup.refuses_contact(of_patient, mine) then
    return 'REFUSED';
  end if;
  if followup.message_facts(of_patient, mine, why, about) is null then
    return 'MOOT';
  end if;
  select x.* into t from followup.message_template x where x.institution_id = mine and x.id = of_template order by x.version desc limit 1;
  if t.id is null or t.retired or t.occasion <> why then
    return 'NO_TEMPLATE';
  end if;
  if why = 'QUESTIONNAIRE' and not exists (select 1 from followup.questionnaire q where q.patient_id = of_patient and q.id = about::uuid
    and q.token_hash = decode(hash, 'hex')) then
    return 'NO_TOKEN';
  end if;
  if exists (select 1 from followup.message m where m.patient_id = of_patient and m.institution_id = mine and m.occasion = why
    and m.subject = about and m.channel = t.channel and m.state = 'WAITING') then
    return 'ALREADY';
  end if;
  if (select count(*) from followup.message m where m.patient_id = of_patient and m.institution_id = mine and m.state = 'WAITING') >= 20 then
    return 'TOO_MANY';
  end if;
  insert into followup.message (patient_id, id, institution_id, occasion, subject, channel, language, template_id, template_version,
    sealed_token, send_on, next_at, planned_by)
  values (of_patient, new_id, mine, why, about, t.channel, spoken, t.id, t.version, sealed, day,
    starts, current_setting('nodp.account', true));
  return 'PLANNED';
end
$$;
revoke execute on function followup.plan_message(uuid, uuid, text, text, uuid, text, date, timestamptz, text, bytea) from public;
