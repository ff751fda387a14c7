-- Keeps what the holder of the session's link answered of a term, and the alert that the rules find in it; an alert that the same
-- questionnaire raised is withdrawn where the corrected answers no longer give one.
-- alert: {"id", "because", "fromGrade"} or null. @returns SAVED, NOT_ASKED, TOO_MANY, how the link stands, or null where it is none
create or replace function followup.answer_term(of_term smallint, given smallint[], of_grade smallint, version smallint, alert jsonb)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  q followup.questionnaire;
begin
  select x.* into q from followup.questionnaire x
  where x.token_hash = decode(nullif(current_setting('nodp.link', true), ''), 'hex') for update;
  if q.id is null or q.state <> 'OPEN' or q.expires_at <= now() then
    return followup.link_state();
  end if;
  if of_term <> all (q.terms) then
    return 'NOT_ASKED';
  end if;
  if q.saves >= 2000 then
    return 'TOO_MANY';
  end if;
  update followup.questionnaire x set saves = x.saves + 1, last_saved_at = clock_timestamp()
  where x.patient_id = q.patient_id and x.id = q.id;
  insert into followup.symptom_answer as a (patient_id, questionnaire_id, term, answers, grade, rule_version)
  values (q.patient_id, q.id, of_term, given, of_grade, version)
  on conflict (patient_id, questionnaire_id, term) do update set answers = excluded.answers, grade = excluded.grade,
    rule_version = excluded.rule_version, answered_at = clock_timestamp();
  if alert is null then
    update followup.symptom_alert a set state = 'WITHDRAWN', acted_at = clock_timestamp(), reason = 'corrected'
    where a.patient_id = q.patient_id and a.term = of_term and a.questionnaire_id = q.id and a.state = 'OPEN';
  elsif not exists (select 1 from followup.symptom_alert a where a.patient_id = q.patient_id and a.term = of_term
    and a.questionnaire_id = q.id and a.state in ('ACTED', 'DISMISSED') and a.grade >= of_grade) then
    insert into followup.symptom_alert as a (patient_id, id, questionnaire_id, term, because, grade, from_grade, rule_version)
    values (q.patient_id, (alert ->> 'id')::uuid, q.id, of_term, alert ->> 'because', of_grade, (alert ->> 'fromGrade')::smallint,
      (alert ->> 'ruleVersion')::smallint)
    on conflict (patient_id, term) where state = 'OPEN' do update set because = excluded.because, grade = excluded.grade,
      from_grade = excluded.from_grade, rule_version = excluded.rule_version
    where a.questionnaire_id = excluded.questionnaire_id;
  end if;
  -- The tasks of the patient are examined within a minute: who holds the link may not look at them.
  if exists (select 1 from followup.symptom_alert a where a.patient_id = q.patient_id and a.questionnaire_id = q.id and a.term = of_term) then
    insert into patients.task_recheck as l (patient_id, recheck_on) values (q.patient_id, current_date)
    on conflict (patient_id) do update set recheck_on = excluded.recheck_on where l.recheck_on > excluded.recheck_on;
  end if;
  return 'SAVED';
end
$$;
revoke execute on function followup.answer_term(smallint, smallint[], smallint, smallint, jsonb) from public;
