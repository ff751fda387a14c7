-- Retains what a corrected or withdrawn row said. Runs as the owner, because nobody else writes previous versions.
create or replace function basic.retain_previous_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  content jsonb := to_jsonb(old);
begin
  insert into basic.previous_version (table_name, patient_id, id, content)
  values (tg_table_schema || '.' || tg_table_name, old.patient_id,
    coalesce((content ->> 'id')::uuid, old.patient_id), content);
  return null;
end
$$;
revoke execute on function basic.retain_previous_version() from public;
