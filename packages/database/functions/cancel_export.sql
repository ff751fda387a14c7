-- Ends an export of the session's, and its job where that still goes on. @returns whether there was one
create or replace function basic.cancel_export(of_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update basic.fhir_export e set expires_at = now()
  where e.id = of_id and e.account_id = current_setting('nodp.account', true)
    and e.institution_id = nullif(current_setting('nodp.institution', true), '')::uuid
    and (e.expires_at is null or e.expires_at > now());
  if not found then
    return false;
  end if;
  update basic.job j set cancel_requested_at = now()
  where j.id = of_id and j.state in ('REQUESTED', 'RUNNING') and j.cancel_requested_at is null;
  return true;
end
$$;
revoke execute on function basic.cancel_export(uuid) from public;
