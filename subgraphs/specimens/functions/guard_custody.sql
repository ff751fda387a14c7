-- Judges an event of custody as it comes: how warm it was against what the specimen needs, and that nothing leaves without consent,
-- whoever writes the event.
create or replace function specimens.guard_custody() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s specimens.bank_specimen;
  uses text[];
begin
  select x.* into s from specimens.bank_specimen x where x.id = new.specimen_id;
  -- Fresh, thawed and processed specimens are warmer than what is retained of them.
  new.excursion := new.kind not in ('COLLECTED', 'PROCESSED', 'THAWED') and new.celsius is not null
    and (new.celsius < s.min_celsius or new.celsius > s.max_celsius) is true;
  if new.kind = 'SHIPPED' then
    select r.uses into uses from specimens.specimen_request r where r.id = new.request_id and r.state = 'APPROVED';
    if uses is null or exists (select 1 from specimens.without_consent(array[new.specimen_id], uses)) then
      raise exception 'Specimen % may not leave: an approved request and a consent in force that covers it are needed.', s.barcode
        using errcode = '23514';
    end if;
  end if;
  return new;
end
$$;
revoke execute on function specimens.guard_custody() from public;
create or replace trigger guard_custody before insert on specimens.custody_event
for each row execute function specimens.guard_custody();
