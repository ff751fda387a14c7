-- Asks for an export in the session's name, and for the job that makes it. An account has one under way, and few whose files are
-- kept: each is a copy of what it may read. @returns `ASKED`, or `RUNNING` or `KEPT` where nothing was asked for
create or replace function basic.request_export(new_id uuid, asker jsonb, address text, of_types text[], from_when timestamptz,
  most_kept integer) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
  account text := current_setting('nodp.account', true);
begin
  if current_setting('nodp.identified', true) is distinct from 'on' or mine is null then
    raise exception 'This session may not export.' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('fhir_export ' || account, 0));
  if exists (select 1 from basic.fhir_export e join basic.job j on j.id = e.id
    where e.account_id = account and e.institution_id = mine and j.state in ('REQUESTED', 'RUNNING')
      and j.cancel_requested_at is null) then
    return 'RUNNING';
  end if;
  if (select count(*) from basic.fhir_export e
    where e.account_id = account and e.institution_id = mine and e.expires_at > now()) >= most_kept then
    return 'KEPT';
  end if;
  insert into basic.fhir_export (id, institution_id, account_id, principal, request, types, since)
  values (new_id, mine, account, asker, address, of_types, from_when);
  insert into basic.job (id, kind, parameters, requested_by)
  values (new_id, 'fhir-export', '{}', account);
  return 'ASKED';
end
$$;
revoke execute on function basic.request_export(uuid, jsonb, text, text[], timestamptz, integer) from public;
