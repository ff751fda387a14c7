-- Notes what was done with specimens, all or none: TAKEN out of storage, PROCESSED, THAWED, RETURNED by who had them, DISPOSED of.
-- @returns {"state": NOTED} or {"state", "barcode"} of the first that it cannot be said of: UNKNOWN, NOT_SO (as it stands), RESERVED
create or replace function specimens.note_specimens(asked uuid[], of_kind text, celsius double precision, note text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  problem jsonb;
begin
  if of_kind not in ('TAKEN', 'PROCESSED', 'THAWED', 'RETURNED', 'DISPOSED') then
    raise exception 'Custody notes no % by hand.', of_kind using errcode = '22023';
  end if;
  perform 1 from specimens.bank_specimen s where s.id = any (asked) and s.institution_id = mine order by s.id for update;
  select jsonb_build_object('state', p.state, 'barcode', p.barcode) into problem from (
    select s.barcode, case when s.id is null then 'UNKNOWN'
      when not case of_kind when 'TAKEN' then s.state = 'STORED' when 'RETURNED' then s.state in ('SHIPPED', 'RECEIVED')
        when 'DISPOSED' then s.state in ('COLLECTED', 'STORED', 'OUT', 'RECEIVED') else s.state in ('COLLECTED', 'OUT') end then 'NOT_SO'
      when of_kind = 'DISPOSED' and exists (select 1 from specimens.request_line l where l.specimen_id = s.id and l.state = 'RESERVED')
        then 'RESERVED' end as state
    from unnest(asked) a (id) left join specimens.bank_specimen s on s.id = a.id and s.institution_id = mine) p
  where p.state is not null limit 1;
  if problem is not null then
    return problem;
  end if;
  with noted as (
    insert into specimens.custody_event (institution_id, specimen_id, kind, by, celsius, place, thaw, note)
    select mine, s.id, of_kind, current_setting('nodp.account', true), note_specimens.celsius,
      case when s.container_id is not null then specimens.place_words(s.container_id) end,
      case when of_kind = 'THAWED' then s.thaws + 1 end, note_specimens.note
    from specimens.bank_specimen s where s.id = any (asked))
  update specimens.bank_specimen s set thaws = s.thaws + (of_kind = 'THAWED')::int,
    state = case when of_kind in ('TAKEN', 'RETURNED') then 'OUT' when of_kind = 'DISPOSED' then 'DISPOSED' else s.state end,
    state_since = case when of_kind in ('TAKEN', 'RETURNED', 'DISPOSED') then clock_timestamp() else s.state_since end,
    container_id = case when of_kind in ('TAKEN', 'RETURNED', 'DISPOSED') then null else s.container_id end,
    "row" = case when of_kind in ('TAKEN', 'RETURNED', 'DISPOSED') then null else s."row" end,
    "column" = case when of_kind in ('TAKEN', 'RETURNED', 'DISPOSED') then null else s."column" end
  where s.id = any (asked);
  return jsonb_build_object('state', 'NOTED');
end
$$;
revoke execute on function specimens.note_specimens(uuid[], text, double precision, text) from public;
