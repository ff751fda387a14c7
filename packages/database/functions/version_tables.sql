-- Puts the triggers that retain previous versions on every table of records that lacks them: those whose rows an institution corrects
-- and withdraws by its own key. Migrations make tables alone; the triggers that released ones made (keep_former_of_…) are replaced.
create or replace function basic.version_tables() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  of_table regclass;
  old_name text;
begin
  for of_table in
    select p.polrelid from pg_policy p
    where p.polname = 'delete_own'
      and (exists (select 1 from pg_attribute a where a.attrelid = p.polrelid and a.attname = 'source_id' and not a.attisdropped)
        or exists (select 1 from pg_trigger t where t.tgrelid = p.polrelid and t.tgname like 'keep\_former\_of\_%'))
      and (select count(*) from pg_trigger t where t.tgrelid = p.polrelid
        and t.tgfoid = 'basic.retain_previous_version'::regproc) <> 2
  loop
    for old_name in select t.tgname from pg_trigger t where t.tgrelid = of_table
      and (t.tgname like 'keep\_former\_of\_%' or t.tgname like 'previous\_version\_of\_%')
    loop
      execute format('drop trigger %I on %s', old_name, of_table);
    end loop;
    execute format('create trigger previous_version_of_corrected after update on %s for each row
      when (old.content_hash is distinct from new.content_hash) execute function basic.retain_previous_version()', of_table);
    execute format('create trigger previous_version_of_withdrawn after delete on %s for each row
      execute function basic.retain_previous_version()', of_table);
  end loop;
end
$$;
revoke execute on function basic.version_tables() from public;
