-- Asks for an export in the session's name, and for the job that makes it; null where the institution has too many under way.
create or replace function basic.request_export(new_id uuid, asker jsonb, address text, of_types text[], from_when timestamptz)
returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
  account text := current_setting('nodp.account', true);
begin
  if current_setting('nodp.identified', true) is distinct from 'on' or mine is null then
    raise exception 'This session may not export.' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('fhir_export ' || mine, 0));
  if (select count(*) from basic.fhir_export e where e.institution_id = mine and e.state in ('REQUESTED', 'RUNNING')) >= 3 then
    return null;
  end if;
  insert into basic.fhir_export (id, institution_id, account_id, principal, request, types, since)
  values (new_id, mine, account, asker, address, of_types, from_when);
  insert into basic.job (id, kind, parameters, requested_by)
  values (new_id, 'fhir-export', jsonb_build_object('export', new_id), account);
  return new_id;
end
$$;
revoke execute on function basic.request_export(uuid, jsonb, text, text[], timestamptz) from public;
