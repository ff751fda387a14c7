-- Takes an amount of a specimen and makes what was derived of it, or nothing where it was used up in an examination.
-- items: columns of bank_specimen with `level` DERIVED or ALIQUOT.
-- @returns MADE, UNKNOWN, NOT_HERE, RESERVED, TOO_LITTLE is left, MORE_THAN_TAKEN of the same material, or BARCODE_TAKEN
create or replace function specimens.derive_specimens(of_specimen uuid, taken numeric, celsius double precision, note text, items jsonb)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  me text := current_setting('nodp.account', true);
  s specimens.bank_specimen;
begin
  select x.* into s from specimens.bank_specimen x where x.id = of_specimen and x.institution_id = mine for update;
  if s.id is null then
    return 'UNKNOWN';
  elsif s.state not in ('COLLECTED', 'STORED', 'OUT') then
    return 'NOT_HERE';
  elsif exists (select 1 from specimens.request_line l where l.specimen_id = s.id and l.state = 'RESERVED') then
    return 'RESERVED';
  elsif taken > s.amount then
    return 'TOO_LITTLE';
  elsif (select coalesce(sum(i.amount), 0) from jsonb_populate_recordset(null::specimens.bank_specimen, items) i
    where i.type = s.type and i.unit = s.unit) > taken then
    return 'MORE_THAN_TAKEN';
  end if;
  update specimens.bank_specimen x set amount = x.amount - taken where x.id = s.id;
  perform specimens.add_specimens(mine, items, s.donor_id, s.event_id, s.id, null);
  insert into specimens.custody_event (institution_id, specimen_id, kind, by, celsius, amount, note)
  values (mine, s.id, 'PROCESSED', me, derive_specimens.celsius, taken, derive_specimens.note);
  insert into specimens.custody_event (institution_id, specimen_id, kind, by, celsius, note)
  select mine, i.id, 'PROCESSED', me, derive_specimens.celsius, s.barcode
  from jsonb_populate_recordset(null::specimens.bank_specimen, items) i;
  perform specimens.end_used_up(array[s.id]);
  return 'MADE';
exception when unique_violation then
  return 'BARCODE_TAKEN';
end
$$;
revoke execute on function specimens.derive_specimens(uuid, numeric, double precision, text, jsonb) from public;
