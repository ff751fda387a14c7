ALTER TABLE "basic"."former_version" RENAME TO "previous_version";--> statement-breakpoint
ALTER TABLE "basic"."previous_version" RENAME COLUMN "former" TO "content";--> statement-breakpoint
ALTER INDEX "basic"."former_by_row" RENAME TO "previous_version_by_row";--> statement-breakpoint
-- Migrations of the subgraphs come before the functions are applied again, and may change rows.
create or replace function basic.keep_former() returns trigger
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
