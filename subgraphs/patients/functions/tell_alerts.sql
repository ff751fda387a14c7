-- Tells the webhooks of institutions that care for a patient of an alert that was opened.
create or replace function patients.tell_alerts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform basic.tell(c.institution_id, 'alert.opened', jsonb_build_object('patient', a.patient_id, 'alert', a.id))
  from alerts a join basic.care_relationship c on c.patient_id = a.patient_id
  where exists (select 1 from basic.webhook w where w.institution_id = c.institution_id);
  return null;
end
$$;
revoke execute on function patients.tell_alerts() from public;
create or replace trigger tell_alerts after insert on patients.recurrence_alert
referencing new table as alerts for each statement execute function patients.tell_alerts();
