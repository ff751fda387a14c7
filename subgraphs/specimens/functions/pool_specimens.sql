-- Pools parts of several specimens of one unit into one. item: columns of bank_specimen; parts: [{"id", "amount"}].
-- @returns MADE, UNKNOWN, NOT_HERE, RESERVED, OTHER_UNIT, TOO_LITTLE, MORE_THAN_TAKEN or BARCODE_TAKEN
create or replace function specimens.pool_specimens(item jsonb, parts jsonb, celsius double precision) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  me text := current_setting('nodp.account', true);
  part record;
  taken numeric := 0;
  of_pool uuid := (item ->> 'id')::uuid;
begin
  perform specimens.add_specimens(mine, jsonb_build_array(item), null, null, null, 'POOL');
  -- In the order of their ids: two who pool the same specimens wait for each other, and neither for ever.
  for part in
    select s.id as found, s.state, s.unit, s.amount as "left", p.id, p.amount
    from jsonb_to_recordset(parts) p (id uuid, amount numeric)
    left join specimens.bank_specimen s on s.id = p.id and s.institution_id = mine order by p.id
  loop
    perform 1 from specimens.bank_specimen s where s.id = part.found for update;
    if part.found is null then
      raise exception 'UNKNOWN' using errcode = 'P0002';
    elsif part.state not in ('COLLECTED', 'STORED', 'OUT') then
      raise exception 'NOT_HERE' using errcode = 'P0002';
    elsif exists (select 1 from specimens.request_line l where l.specimen_id = part.found and l.state = 'RESERVED') then
      raise exception 'RESERVED' using errcode = 'P0002';
    elsif part.unit is distinct from item ->> 'unit' then
      raise exception 'OTHER_UNIT' using errcode = 'P0002';
    end if;
    update specimens.bank_specimen s set amount = s.amount - part.amount where s.id = part.found;
    insert into specimens.bank_pool_part (pool_id, source_id, institution_id, amount) values (of_pool, part.found, mine, part.amount);
    insert into specimens.custody_event (institution_id, specimen_id, kind, by, celsius, amount, note)
    values (mine, part.found, 'PROCESSED', me, pool_specimens.celsius, part.amount, item ->> 'barcode');
    taken := taken + part.amount;
  end loop;
  if (item ->> 'amount')::numeric > taken then
    raise exception 'MORE_THAN_TAKEN' using errcode = 'P0002';
  end if;
  insert into specimens.custody_event (institution_id, specimen_id, kind, by, celsius)
  values (mine, of_pool, 'PROCESSED', me, pool_specimens.celsius);
  perform specimens.end_used_up((select array_agg(p.id) from jsonb_to_recordset(parts) p (id uuid)));
  return 'MADE';
exception
  when no_data_found then return sqlerrm;
  when check_violation then return 'TOO_LITTLE';
  when unique_violation then return 'BARCODE_TAKEN';
end
$$;
revoke execute on function specimens.pool_specimens(jsonb, jsonb, double precision) from public;
