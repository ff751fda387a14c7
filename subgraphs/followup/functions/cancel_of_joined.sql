-- A message that comes to another patient with whom its own was joined is not sent where that one has died, or refuses.
create or replace function followup.cancel_of_joined() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from basic.death d where d.patient_id = new.patient_id) then
    perform followup.cancel_messages(new.patient_id, null, 'DEATH');
  elsif followup.refuses_contact(new.patient_id, new.institution_id) then
    perform followup.cancel_messages(new.patient_id, new.institution_id, 'REFUSED');
  end if;
  return null;
end
$$;
revoke execute on function followup.cancel_of_joined() from public;
create or replace trigger followup_cancel_of_joined after update of patient_id on followup.message for each row
  when (old.patient_id is distinct from new.patient_id) execute function followup.cancel_of_joined();
