-- Requests the work on an export that the session requested: what is to be generalised, or the files. Researchers request no
-- other job. @returns whether the export was one of the session's own that waits for work
create or replace function research.queue_data_export(of_export uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  account text := current_setting('nodp.account', true);
begin
  perform 1 from research.data_export e
    where e.id = of_export and e.requested_by_id = account and e.state in ('REQUESTED', 'CONSENTED') for update;
  if not found then
    return false;
  end if;
  insert into basic.job (id, kind, parameters, requested_by)
  values (gen_random_uuid(), 'data-export', jsonb_build_object('export', of_export), account);
  return true;
end
$$;
revoke execute on function research.queue_data_export(uuid) from public;
