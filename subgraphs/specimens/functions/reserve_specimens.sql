-- Lays aliquots aside for an approved request, or gives them back (`kept` false), all or none.
-- @returns {"state": DONE}, {"state": NOT_APPROVED}, or {"state": REFUSED, "refused": [{"barcode", "why"}]}
create or replace function specimens.reserve_specimens(of_request uuid, asked uuid[], kept boolean) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  r specimens.specimen_request;
  refused jsonb;
begin
  select x.* into r from specimens.specimen_request x where x.id = of_request and x.institution_id = mine for update;
  if r.state is distinct from 'APPROVED' then
    return jsonb_build_object('state', 'NOT_APPROVED');
  end if;
  if not kept then
    update specimens.request_line l set state = 'RELEASED'
    where l.request_id = r.id and l.specimen_id = any (asked) and l.state = 'RESERVED';
    return jsonb_build_object('state', 'DONE');
  end if;
  perform 1 from specimens.bank_donor d where d.id in (select o.donor_id from specimens.donors_of(asked) o) order by d.id for share;
  select jsonb_agg(jsonb_build_object('barcode', p.barcode, 'why', p.why)) into refused from (
    select s.barcode, case when s.id is null then 'UNKNOWN' when s.state <> 'STORED' then 'NOT_STORED'
      when exists (select 1 from specimens.request_line l where l.specimen_id = s.id and l.state = 'RESERVED' and l.request_id <> r.id)
        then 'RESERVED' else w.why end as why
    from unnest(asked) a (id) left join specimens.bank_specimen s on s.id = a.id and s.institution_id = mine
    left join specimens.without_consent(asked, r.uses) w on w.specimen_id = s.id) p
  where p.why is not null;
  if refused is not null then
    return jsonb_build_object('state', 'REFUSED', 'refused', refused);
  end if;
  insert into specimens.request_line as l (request_id, specimen_id, institution_id) select r.id, a, mine from unnest(asked) a
  on conflict (request_id, specimen_id) do update set state = 'RESERVED';
  return jsonb_build_object('state', 'DONE');
exception when unique_violation then
  return jsonb_build_object('state', 'REFUSED', 'refused', jsonb_build_array(jsonb_build_object('barcode', null, 'why', 'RESERVED')));
end
$$;
revoke execute on function specimens.reserve_specimens(uuid, uuid[], boolean) from public;
