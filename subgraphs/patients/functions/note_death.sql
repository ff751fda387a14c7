-- Keeps basic.death with the vital status that is composed of what institutions report.
create or replace function patients.note_death() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'DELETE' and new.vital_status = 'DEAD' then
    insert into basic.death (patient_id) values (new.patient_id) on conflict do nothing;
  else
    delete from basic.death d where d.patient_id = old.patient_id;
  end if;
  return null;
end
$$;
revoke execute on function patients.note_death() from public;
create or replace trigger note_death after insert on patients.patient for each row
  when (new.vital_status = 'DEAD') execute function patients.note_death();
create or replace trigger note_death_later after update of vital_status on patients.patient for each row
  when (old.vital_status is distinct from new.vital_status and 'DEAD' in (old.vital_status, new.vital_status))
  execute function patients.note_death();
create or replace trigger note_death_gone after delete on patients.patient for each row
  when (old.vital_status = 'DEAD') execute function patients.note_death();
