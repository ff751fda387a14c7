-- Tells the sender's webhooks of records that are held back.
create or replace function basic.tell_held() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform basic.tell(h.institution_id, 'record.held', jsonb_build_object('heldRecord', h.id, 'submission', h.submission_id))
  from held h where h.state = 'HELD';
  return null;
end
$$;
revoke execute on function basic.tell_held() from public;
create or replace trigger tell_held after insert on basic.held_record
referencing new table as held for each statement execute function basic.tell_held();
