-- Withdraws every consent of a donor: noted of each specimen, aliquot and pool that has something of it, and what lies aside for a
-- request goes back. @returns {"specimens", "lines"}: how many were reached; null where there is no such donor
create or replace function specimens.withdraw_consent(of_donor uuid, why text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  me text := current_setting('nodp.account', true);
  reached uuid[];
  lines integer;
begin
  -- What is being shipped holds the donor: either it left before, or it stays.
  perform 1 from specimens.bank_donor d where d.id = of_donor and d.institution_id = mine for update;
  if not found then
    return null;
  end if;
  update specimens.bank_consent c set withdrawn_at = clock_timestamp(), withdrawn_by = me, reason = why
  where c.donor_id = of_donor and c.withdrawn_at is null;
  with recursive down (id) as (
    select s.id from specimens.bank_specimen s where s.donor_id = of_donor
    union
    select x.id from down d cross join lateral (
      select s.id from specimens.bank_specimen s where s.parent_id = d.id
      union all select p.pool_id from specimens.bank_pool_part p where p.source_id = d.id) x)
  select array_agg(d.id) into reached from down d;
  update specimens.request_line l set state = 'WITHDRAWN' where l.specimen_id = any (reached) and l.state = 'RESERVED';
  get diagnostics lines = row_count;
  insert into specimens.custody_event (institution_id, specimen_id, kind, by, note)
  select mine, r, 'WITHDRAWN', me, why from unnest(reached) r;
  return jsonb_build_object('specimens', coalesce(cardinality(reached), 0), 'lines', lines);
end
$$;
revoke execute on function specimens.withdraw_consent(uuid, text) from public;
