-- Nothing more is sent to who refuses further contacts of an institution.
create or replace function followup.cancel_of_refusal() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform followup.cancel_messages(new.patient_id, new.institution_id, 'REFUSED');
  return null;
end
$$;
revoke execute on function followup.cancel_of_refusal() from public;
create or replace trigger followup_cancel_of_refusal after insert on followup.contact_outcome for each row
  when (new.outcome = 'REFUSED') execute function followup.cancel_of_refusal();
