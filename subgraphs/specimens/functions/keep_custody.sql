-- Custody is added to and never changed, by nobody.
create or replace function specimens.keep_custody() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'Custody is never changed; add what corrects it.' using errcode = '42501';
end
$$;
revoke execute on function specimens.keep_custody() from public;
create or replace trigger keep_custody before update or delete on specimens.custody_event
for each row execute function specimens.keep_custody();
