-- A researcher's request to a biobank. asked: columns of specimen_request.
-- @returns MADE, UNKNOWN institution, or TOO_MANY that are open
create or replace function specimens.ask_specimens(asked jsonb) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r specimens.specimen_request := jsonb_populate_record(null::specimens.specimen_request, asked);
  me text := current_setting('nodp.account', true);
begin
  if current_setting('nodp.research', true) is distinct from 'on' then
    raise exception 'This session asks for no specimens.' using errcode = '42501';
  end if;
  if not exists (select 1 from basic.institution i where i.id = r.institution_id) then
    return 'UNKNOWN';
  end if;
  if (select count(*) from specimens.specimen_request x where x.requested_by = me and x.state in ('SUBMITTED', 'APPROVED')) >= 50 then
    return 'TOO_MANY';
  end if;
  insert into specimens.specimen_request (id, institution_id, requested_by, requester_name, title, purpose, cohort_hash, cohort_words,
    site_group, type, preservation, min_amount, unit, wanted, uses)
  values (r.id, r.institution_id, me, r.requester_name, r.title, r.purpose, r.cohort_hash, r.cohort_words, r.site_group, r.type,
    r.preservation, r.min_amount, r.unit, r.wanted, r.uses);
  return 'MADE';
end
$$;
revoke execute on function specimens.ask_specimens(jsonb) from public;
