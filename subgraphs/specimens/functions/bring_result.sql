-- What was found with a specimen that a request had. @returns whether the request had a specimen of this barcode
create or replace function specimens.bring_result(of_request uuid, new_id uuid, of_barcode text, found_what text, found_value text,
  as_number double precision, as_unit text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r specimens.specimen_request := specimens.party_of_request(of_request);
begin
  insert into specimens.specimen_result (id, institution_id, specimen_id, request_id, what, value, number, unit, brought_by)
  select new_id, r.institution_id, s.id, r.id, found_what, found_value, as_number, as_unit, current_setting('nodp.account', true)
  from specimens.request_line l join specimens.bank_specimen s on s.id = l.specimen_id
  where l.request_id = r.id and l.state in ('SHIPPED', 'DELIVERED') and s.barcode = of_barcode;
  return found;
end
$$;
revoke execute on function specimens.bring_result(uuid, uuid, text, text, text, double precision, text) from public;
