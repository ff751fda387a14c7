-- Sends what lies aside for an approved request, whole or not at all: the donors' consent is asked in the same transaction, under a lock
-- that a withdrawal waits for. @returns {"state": SHIPPED}, NOT_APPROVED, EMPTY, NUMBER_TAKEN, or REFUSED with "refused" as above
create or replace function specimens.ship_request(of_request uuid, number text, of_courier text, celsius double precision) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  me text := current_setting('nodp.account', true);
  r specimens.specimen_request;
  sent uuid[];
  refused jsonb;
begin
  select x.* into r from specimens.specimen_request x where x.id = of_request and x.institution_id = mine for update;
  if r.state is distinct from 'APPROVED' then
    return jsonb_build_object('state', 'NOT_APPROVED');
  end if;
  perform 1 from specimens.bank_donor d where d.id in (
    select o.donor_id from specimens.donors_of((select array_agg(l.specimen_id) from specimens.request_line l where l.request_id = r.id)) o)
  order by d.id for share;
  select array_agg(l.specimen_id) into sent from specimens.request_line l where l.request_id = r.id and l.state = 'RESERVED';
  if sent is null then
    return jsonb_build_object('state', 'EMPTY');
  end if;
  perform 1 from specimens.bank_specimen s where s.id = any (sent) order by s.id for update;
  select jsonb_agg(jsonb_build_object('barcode', s.barcode, 'why', coalesce(w.why, 'NOT_STORED'))) into refused
  from specimens.bank_specimen s left join specimens.without_consent(sent, r.uses) w on w.specimen_id = s.id
  where s.id = any (sent) and (w.why is not null or s.state not in ('STORED', 'OUT'));
  if refused is not null then
    return jsonb_build_object('state', 'REFUSED', 'refused', refused);
  end if;
  insert into specimens.custody_event (institution_id, specimen_id, kind, by, celsius, place, request_id, note)
  select mine, s.id, 'SHIPPED', me, ship_request.celsius, case when s.container_id is not null then specimens.place_words(s.container_id) end,
    r.id, number from specimens.bank_specimen s where s.id = any (sent);
  update specimens.specimen_request x set state = 'SHIPPED', shipment = number, courier = of_courier, shipped_at = clock_timestamp(),
    shipped_by = me, manifest = (
      select jsonb_agg(jsonb_build_object('barcode', s.barcode, 'type', s.type, 'preservation', s.preservation, 'amount', s.amount,
        'unit', s.unit) order by s.barcode) from specimens.bank_specimen s where s.id = any (sent))
  where x.id = r.id;
  update specimens.bank_specimen s set state = 'SHIPPED', state_since = clock_timestamp(), container_id = null, "row" = null, "column" = null
  where s.id = any (sent);
  update specimens.request_line l set state = 'SHIPPED' where l.request_id = r.id and l.specimen_id = any (sent);
  return jsonb_build_object('state', 'SHIPPED');
exception when unique_violation then
  return jsonb_build_object('state', 'NUMBER_TAKEN');
end
$$;
revoke execute on function specimens.ship_request(uuid, text, text, double precision) from public;
