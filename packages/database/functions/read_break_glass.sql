-- Break-glass of an institution's accounts (for the network's auditors: of all), newest first.
create or replace function basic.read_break_glass(open_only boolean, after_at timestamptz, after_id uuid, most integer)
returns setof basic.break_glass
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  return query
  select b.* from basic.break_glass b
  where (mine is null or b.institution_id = mine) and (not open_only or b.reviewed_at is null)
    and (after_at is null or (b.granted_at, b.id) < (after_at, after_id))
  order by b.granted_at desc, b.id desc limit most;
end
$$;
revoke execute on function basic.read_break_glass(boolean, timestamptz, uuid, integer) from public;
