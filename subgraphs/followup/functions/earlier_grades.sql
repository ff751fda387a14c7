-- Grades of a term in the seven days before, of the patient's other questionnaires: what the rule of alerts compares with. Only while
-- the session's link is open; it is never shown to who holds the link.
create or replace function followup.earlier_grades(of_term smallint) returns table (grade smallint, days_before double precision)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.grade, extract(epoch from clock_timestamp() - a.answered_at) / 86400
  from followup.questionnaire q join followup.symptom_answer a on a.patient_id = q.patient_id and a.questionnaire_id <> q.id
  where q.token_hash = decode(nullif(current_setting('nodp.link', true), ''), 'hex') and q.state = 'OPEN' and q.expires_at > now()
    and a.term = of_term and a.grade is not null and a.answered_at > clock_timestamp() - interval '7 days'
$$;
revoke execute on function followup.earlier_grades(smallint) from public;
