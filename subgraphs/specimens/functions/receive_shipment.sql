-- A shipment that arrived, told by who asked for it or by the biobank. @returns whether it was under way
create or replace function specimens.receive_shipment(of_request uuid, celsius double precision, how text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r specimens.specimen_request := specimens.party_of_request(of_request);
  me text := current_setting('nodp.account', true);
begin
  if r.state is distinct from 'SHIPPED' then
    return false;
  end if;
  insert into specimens.custody_event (institution_id, specimen_id, kind, by, celsius, request_id, note)
  select r.institution_id, l.specimen_id, 'DELIVERED', me, receive_shipment.celsius, r.id, how
  from specimens.request_line l where l.request_id = r.id and l.state = 'SHIPPED';
  update specimens.bank_specimen s set state = 'RECEIVED', state_since = clock_timestamp()
  where s.state = 'SHIPPED' and s.id in (select l.specimen_id from specimens.request_line l where l.request_id = r.id and l.state = 'SHIPPED');
  update specimens.request_line l set state = 'DELIVERED' where l.request_id = r.id and l.state = 'SHIPPED';
  update specimens.specimen_request x set state = 'DELIVERED', delivered_at = clock_timestamp(), delivered_by = me, condition = how
  where x.id = r.id;
  return true;
end
$$;
revoke execute on function specimens.receive_shipment(uuid, double precision, text) from public;
