-- Tells a sender's webhooks that one of its keys means another patient now: two were joined, or one was parted.
create or replace function patients.tell_moves() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform basic.tell(new.institution_id, 'patient.moved', jsonb_build_object('from', old.patient_id, 'patient', new.patient_id));
  return null;
end
$$;
revoke execute on function patients.tell_moves() from public;
create or replace trigger tell_moves after update of patient_id on patients.patient_source
for each row when (old.patient_id is distinct from new.patient_id) execute function patients.tell_moves();
