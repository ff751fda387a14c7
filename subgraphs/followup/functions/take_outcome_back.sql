-- Takes an outcome back that the session's institution entered: its records are withdrawn in the same transaction. @returns whether there was one
create or replace function followup.take_outcome_back(of_patient uuid, of_id uuid)
returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.writes', true, 'This session may not write records.');
begin
  update followup.contact_outcome o set taken_back_by = current_setting('nodp.account', true), taken_back_at = clock_timestamp()
  where o.patient_id = of_patient and o.id = of_id and o.institution_id = mine and o.taken_back_at is null;
  return found;
end
$$;
revoke execute on function followup.take_outcome_back(uuid, uuid) from public;
