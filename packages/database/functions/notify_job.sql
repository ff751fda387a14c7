-- Wakes the workers: a job was requested, or its end was.
create or replace function basic.notify_job() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('nodp_job', new.id::text);
  return null;
end
$$;
create or replace trigger notify_job after insert or update of cancel_requested_at on basic.job
for each row execute function basic.notify_job();
