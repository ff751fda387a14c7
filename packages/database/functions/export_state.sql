-- How far the job of an export of the session's is; no row of what is another's, was ended or has expired.
create or replace function basic.export_state(of_id uuid)
returns table (state text, problem text, request text, types text[], transaction_time timestamptz, files jsonb,
  resources bigint, expires_at timestamptz)
language sql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
  select j.state, j.problem, e.request, e.types, e.transaction_time, e.files, e.resources, e.expires_at
  from basic.fhir_export e join basic.job j on j.id = e.id
  where e.id = of_id and e.account_id = current_setting('nodp.account', true)
    and e.institution_id = nullif(current_setting('nodp.institution', true), '')::uuid
    and (e.expires_at is null or e.expires_at > now()) and j.cancel_requested_at is null
$$;
revoke execute on function basic.export_state(uuid) from public;
