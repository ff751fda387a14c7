-- Puts specimens into positions, all or none; those that are stored are moved, and may change places among themselves.
-- items: [{"specimen", "container", "row", "column"}].
-- @returns {"state": STORED} or {"state", "barcode", "by"} of the first that cannot lie there: UNKNOWN, NOT_HERE, UNKNOWN_CONTAINER,
--   NO_SUCH_POSITION, WRONG_TYPE, or OCCUPIED by another specimen, whose barcode is "by"
create or replace function specimens.store_specimens(items jsonb, celsius double precision) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  me text := current_setting('nodp.account', true);
  problem jsonb;
  stored uuid[];
begin
  perform 1 from specimens.bank_specimen s
  where s.id in (select i.specimen from jsonb_to_recordset(items) i (specimen uuid)) and s.institution_id = mine order by s.id for update;
  select jsonb_build_object('state', p.state, 'barcode', p.barcode) into problem from (
    select s.barcode, i.at, case when s.id is null then 'UNKNOWN' when s.state not in ('COLLECTED', 'OUT', 'STORED') then 'NOT_HERE'
      when c.id is null then 'UNKNOWN_CONTAINER' when specimens.wrong_position(c, i."row", i."column") is not null then 'NO_SUCH_POSITION'
      when not specimens.takes_type(c.id, s.type) then 'WRONG_TYPE' end as state
    from rows from (jsonb_to_recordset(items) as (specimen uuid, container uuid, "row" smallint, "column" smallint))
      with ordinality i (specimen, container, "row", "column", at)
    left join specimens.bank_specimen s on s.id = i.specimen and s.institution_id = mine
    left join specimens.container c on c.id = i.container and c.institution_id = mine) p
  where p.state is not null order by p.at limit 1;
  if problem is not null then
    return problem;
  end if;
  select array_agg(s.id) into stored from specimens.bank_specimen s
  where s.state = 'STORED' and s.id in (select i.specimen from jsonb_to_recordset(items) i (specimen uuid));
  update specimens.bank_specimen s set state = 'OUT', container_id = null, "row" = null, "column" = null where s.id = any (stored);
  update specimens.bank_specimen s set state = 'STORED', state_since = clock_timestamp(), container_id = i.container, "row" = i."row",
    "column" = i."column"
  from jsonb_to_recordset(items) i (specimen uuid, container uuid, "row" smallint, "column" smallint) where s.id = i.specimen;
  insert into specimens.custody_event (institution_id, specimen_id, kind, by, celsius, place)
  select mine, i.specimen, case when i.specimen = any (coalesce(stored, '{}')) then 'MOVED' else 'STORED' end, me, store_specimens.celsius,
    specimens.place_words(i.container) || coalesce(' · ' || i.label, '')
  from jsonb_to_recordset(items) i (specimen uuid, container uuid, label text);
  return jsonb_build_object('state', 'STORED');
exception when unique_violation then
  -- Nothing was stored; who lies there is looked up for the words.
  return coalesce((
    select jsonb_build_object('state', 'OCCUPIED', 'barcode', s.barcode, 'by', o.barcode)
    from jsonb_to_recordset(items) i (specimen uuid, container uuid, "row" smallint, "column" smallint)
    join specimens.bank_specimen s on s.id = i.specimen
    join specimens.bank_specimen o on o.container_id = i.container and o."row" = i."row" and o."column" = i."column"
    where not exists (select 1 from jsonb_to_recordset(items) x (specimen uuid) where x.specimen = o.id) limit 1),
    jsonb_build_object('state', 'OCCUPIED', 'barcode', null, 'by', null));
end
$$;
revoke execute on function specimens.store_specimens(jsonb, double precision) from public;
