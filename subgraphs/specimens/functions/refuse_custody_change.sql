-- Custody is added to and never changed, by nobody. Its trigger had another name in the version before.
create or replace function specimens.refuse_custody_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'Custody is never changed; add what corrects it.' using errcode = '42501';
end
$$;
revoke execute on function specimens.refuse_custody_change() from public;
create or replace trigger refuse_custody_change before update or delete on specimens.custody_event
for each row execute function specimens.refuse_custody_change();
drop trigger if exists keep_custody on specimens.custody_event;
drop function if exists specimens.keep_custody();
