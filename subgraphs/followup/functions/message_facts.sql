-- What a message to a patient speaks of, of an institution; null where that is over: the contact took place or was called off, the plan
-- or the link has ended, the recall is done. Runs as the caller, who sees the records or is the owner.
create or replace function followup.message_facts(of_patient uuid, mine uuid, why text, about text) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  case why
    when 'APPOINTMENT' then
      return (select jsonb_build_object('at', c.at, 'what', c.display, 'place', c.venue) from followup.contact c
        where c.patient_id = of_patient and c.id = about::uuid and c.institution_id = mine and c.at is not null
          and c.status in ('proposed', 'pending', 'booked', 'waitlist') and not exists (
            select 1 from followup.contact_outcome o where o.patient_id = c.patient_id and o.institution_id = c.institution_id
              and o.contact = c.source_id and o.taken_back_at is null));
    when 'PLAN' then
      return (select jsonb_build_object('what', l.display, 'at', (
          select min(c.at) from followup.contact c where c.patient_id = l.patient_id and c.institution_id = mine and c.at > now()
            and c.status in ('proposed', 'pending', 'booked', 'waitlist')))
        from followup.plan l where l.patient_id = of_patient and l.id = about::uuid and l.status = 'active');
    when 'QUESTIONNAIRE' then
      return (select jsonb_build_object('until', q.expires_at) from followup.questionnaire q
        where q.patient_id = of_patient and q.id = about::uuid and q.institution_id = mine and q.state = 'OPEN' and q.expires_at > now());
    when 'SCREENING_RECALL' then
      return (select jsonb_build_object('programme', s.programme, 'at', s.due_on) from followup.screening_standing s
        where s.patient_id = of_patient and s.programme = about and s.institution_id = mine
          and s.step in ('recalled', 'repeat-awaited', 'work-up-awaited'));
    else
      return null;
  end case;
end
$$;
revoke execute on function followup.message_facts(uuid, uuid, text, text) from public;
