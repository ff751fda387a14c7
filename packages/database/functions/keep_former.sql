-- Keeps what a corrected or withdrawn row said. As the owner: nobody else writes former versions.
create or replace function basic.keep_former() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  former jsonb := to_jsonb(old);
begin
  insert into basic.former_version (table_name, patient_id, id, former)
  values (tg_table_schema || '.' || tg_table_name, old.patient_id,
    coalesce((former ->> 'id')::uuid, old.patient_id), former);
  return null;
end
$$;
revoke execute on function basic.keep_former() from public;
